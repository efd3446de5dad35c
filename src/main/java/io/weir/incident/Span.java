package io.weir.incident;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of event time in which a tie was seen again and again, never longer apart than its gap, by alerts of one incident.
 *
 * @param first microseconds of event time
 * @param last microseconds of event time
 * @param incident the incident's number; below zero, it is full, and with it so many were there
 */
public record Span(long first, long last, long incident) {

    /** A tie with more spans has those of full incidents in one: which of them is full is then known of the youngest. */
    static final int MOST_APART = 64;

    /** Whether no more than the gap, in microseconds, lies between it and a tie. */
    boolean isNear(Tie tie, long gap) {
        return tie.first() - last <= gap && first - tie.last() <= gap;
    }

    private boolean isNear(Span other, long gap) {
        return other.first - last <= gap && first - other.last <= gap;
    }

    private Span and(Span other) {
        return new Span(Math.min(first, other.first), Math.max(last, other.last), Math.min(incident, other.incident));
    }

    /** Whether what was there takes no more. */
    boolean isFull() {
        return incident < 0;
    }

    /** How many full incidents were there. */
    int full() {
        return isFull() ? (int) -incident : 0;
    }

    Span asFull(int incidents) {
        return new Span(first, last, -incidents);
    }

    /** Whether the tie was seen within it. */
    boolean covers(Tie tie) {
        return first <= tie.first() && tie.last() <= last;
    }

    /** The spans with one more: those of its incident that are near it become one. */
    static List<Span> with(List<Span> spans, Span more, long gap) {
        var all = new ArrayList<Span>();
        var grown = more;
        boolean areMany = spans.size() >= MOST_APART;
        for (var span : spans) {
            boolean isOne = span.incident == more.incident || (areMany && span.isFull() && more.isFull());
            if (isOne && span.isNear(more, gap)) {
                grown = grown.and(span);
            } else {
                all.add(span);
            }
        }
        all.add(grown);
        return all;
    }
}
