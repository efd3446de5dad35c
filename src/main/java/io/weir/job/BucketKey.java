package io.weir.job;

/**
 * The key of one bucket of a group's history. A change looks at five of them, most of which are not there, and a group's own key is a text of a hundred letters: it is
 * made once, and no other of it for each look.
 *
 * @param group which of the groups of the stream's key
 */
record BucketKey(String group, long index) {

    private static final char BETWEEN = '\0';

    /** The key of that {@link #text}. */
    static BucketKey of(String text) {
        int end = text.indexOf(BETWEEN);
        return new BucketKey(text.substring(end + 1), Long.parseLong(text, 0, end, 10));
    }

    /** As the state has it, which never changes once released. */
    String text() {
        return index + "\0" + group;
    }
}
