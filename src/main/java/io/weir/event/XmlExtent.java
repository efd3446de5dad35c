package io.weir.event;

/**
 * The lines of a file that are one record of event XML: from one that begins with a tag to the one that closes its last element. The tags of a
 * root {@code Events}, the prolog and other instructions, comments and what stands in sections close and open nothing. A line that begins with {@code <Event>} or {@code <Event } begins
 * another record, so that an event whose end is missing takes no other with it.
 */
public final class XmlExtent {

    private enum Place {
        TEXT,
        NAME,
        TAG,
        QUOTED,
        OTHER
    }

    private static final String ROOT = "Events";

    private static final String COMMENT = "!--";
    private static final String SECTION = "![CDATA[";
    private static final String INSTRUCTION = "?";

    /** The tag's name; of what is no tag how it begins, then what may be its end. */
    private final StringBuilder name = new StringBuilder();

    /** With what it ends that is no tag; empty as long as it has not said what it is. */
    private String end = "";

    private Place place = Place.TEXT;
    private byte quote;
    private byte before;
    private int open;
    private boolean begun;
    private boolean read;

    /** Whether a line begins XML. */
    public static boolean begins(byte[] line) {
        return XmlRecordReader.isXml(line);
    }

    /** Takes the line that comes next, unless it begins another record. */
    public boolean takes(byte[] line) {
        if (read && (begun ? beginsEvent(line) : place == Place.TEXT && !begins(line))) {
            return false;
        }
        read = true;
        for (var unit : line) {
            read(unit);
            before = unit;
        }
        read((byte) '\n');
        return true;
    }

    private static boolean beginsEvent(byte[] line) {
        var tag = "<Event";
        if (line.length <= tag.length()) {
            return false;
        }
        for (var i = 0; i < tag.length(); i++) {
            if (line[i] != tag.charAt(i)) {
                return false;
            }
        }
        return line[tag.length()] == ' ' || line[tag.length()] == '>';
    }

    private void read(byte unit) {
        switch (place) {
            case TEXT -> readText(unit);
            case NAME -> readName(unit);
            case TAG -> readTag(unit);
            case QUOTED -> place = unit == quote ? Place.TAG : Place.QUOTED;
            case OTHER -> readOther(unit);
        }
    }

    private void readText(byte unit) {
        if (unit == '<') {
            name.setLength(0);
            place = Place.NAME;
        }
    }

    private void readName(byte unit) {
        if (name.length() == 0 && (unit == '!' || unit == '?')) {
            place = Place.OTHER;
            end = "";
            readOther(unit);
        } else if (unit == '>' || (unit <= ' ' && unit >= 0) || (unit == '/' && name.length() > 0)) {
            place = Place.TAG;
            readTag(unit);
        } else if (name.length() <= ROOT.length() + 1) {
            name.append((char) unit);
        }
    }

    private void readOther(byte unit) {
        name.append((char) unit);
        if (end.isEmpty()) {
            begin(name.toString());
        } else if (name.length() > end.length()) {
            name.deleteCharAt(0);
        }
        if (!end.isEmpty() && end.contentEquals(name)) {
            place = Place.TEXT;
        }
    }

    /** As the reader has it: a comment, a section or an instruction ends with an end of its own, and a declaration, which is none of them, with its tag's. */
    private void begin(String other) {
        switch (other) {
            case COMMENT -> beginWith("-->", "");
            case SECTION -> beginWith("]]>", "");
            case INSTRUCTION -> beginWith("?>", "");
            default -> {
                if (!COMMENT.startsWith(other) && !SECTION.startsWith(other)) {
                    beginWith(">", other.substring(other.length() - 1));
                }
            }
        }
    }

    private void beginWith(String itsEnd, String read) {
        end = itsEnd;
        name.setLength(0);
        name.append(read);
    }

    private void readTag(byte unit) {
        if (unit == '"' || unit == '\'') {
            quote = unit;
            place = Place.QUOTED;
        } else if (unit == '>') {
            place = Place.TEXT;
            count();
        }
    }

    private void count() {
        var closes = name.length() > 0 && name.charAt(0) == '/';
        if (name.substring(closes ? 1 : 0).equals(ROOT)) {
            return;
        }
        begun = true;
        open += closes ? -1 : before == '/' ? 0 : 1;
    }

    /** Whether the record is whole. */
    public boolean isWhole() {
        return begun && isClosed();
    }

    /** Whether its lines hold nothing but tags of a root, and what counts as nothing. */
    public boolean isEmpty() {
        return !begun && isClosed();
    }

    private boolean isClosed() {
        return open <= 0 && place == Place.TEXT;
    }
}
