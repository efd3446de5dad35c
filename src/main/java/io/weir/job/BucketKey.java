package io.weir.job;

/**
 * The key of one bucket of a group's history. A change looks at five of them, most of which are not there, and a group's own key is a text of a hundred letters: it is
 * made once, and no other of it for each look.
 *
 * <p>Keys have an order, as texts have, so that a table stays quick with many of one hash: whoever writes telemetry chooses the values that groups go by.
 *
 * @param group which of the groups of the stream's key
 */
record BucketKey(String group, long index) implements Comparable<BucketKey> {

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

    @Override
    public int compareTo(BucketKey other) {
        int byIndex = Long.compare(index, other.index);
        return byIndex == 0 ? group.compareTo(other.group) : byIndex;
    }
}
