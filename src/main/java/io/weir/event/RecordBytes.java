package io.weir.event;

/** How a record's bytes begin. */
final class RecordBytes {

    private static final int MARK_LENGTH = 3;
    private static final int ENOUGH_TO_TELL = 4;

    private RecordBytes() {}

    /** Where the text begins: behind the byte order mark of UTF-8, if there is one. */
    static int endOfMark(byte[] bytes) {
        var marked = bytes.length >= MARK_LENGTH
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
        return marked ? MARK_LENGTH : 0;
    }

    /** Whether the text is in UTF-16 or UTF-32: its mark, or the zeros of ASCII characters in it, are among the first bytes. */
    static boolean areWide(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & bytes[1] & 0xFE) == 0xFE) {
            return true;
        }
        for (var i = 0; i < Math.min(ENOUGH_TO_TELL, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
