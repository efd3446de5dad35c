package io.weir.incident;

/**
 * What an alert has that others may share, and when it had it.
 *
 * @param bond how it ties
 * @param key what is shared: a process, a session, an event, or a rule with its group; keys of different kinds never are the same
 * @param first microseconds of event time
 * @param last microseconds of event time, not before {@code first}
 */
public record Tie(Bond bond, String key, long first, long last) implements Comparable<Tie> {

    public Tie {
        if (last < first) {
            throw new IllegalArgumentException("a tie ends no earlier than it begins, found " + first + " to " + last);
        }
    }

    /** How long after something what comes is still a part of it. */
    public enum Bond {
        /** A process, its ancestors and descendants: cause and effect may lie a day apart. */
        TREE,
        /** Being at the same place at the same time: a logon session, a process that lives as long as the machine, the same rule again. */
        SESSION
    }

    /** What is shared, as one text. */
    String name() {
        return initial() + key;
    }

    private char initial() {
        return bond.name().charAt(0);
    }

    /** The same tie, having lasted from the earlier beginning to the later end. */
    public Tie and(Tie other) {
        return new Tie(bond, key, Math.min(first, other.first), Math.max(last, other.last));
    }

    boolean covers(Tie other) {
        return bond == other.bond && key.equals(other.key) && first <= other.first && last >= other.last;
    }

    /** As their names are ordered. */
    @Override
    public int compareTo(Tie other) {
        int byBond = Character.compare(initial(), other.initial());
        return byBond == 0 ? key.compareTo(other.key) : byBond;
    }
}
