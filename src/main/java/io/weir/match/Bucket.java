package io.weir.match;

import io.weir.event.Event;
import io.weir.match.sieve.Finders;
import io.weir.match.sieve.Need;
import io.weir.match.sieve.SievePlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The candidates for the events of one channel and id, or of all others, and plans for them. A plan is made when first needed. Safe to share between threads. */
final class Bucket {

    /** In the place of an event id: one that no rule names, and one that is not what the field of that name says. */
    private static final int OTHER = -1;

    private static final int UNKNOWN = -2;

    private final List<Candidate> candidates;
    private final Finders finders;
    private final Map<Integer, SievePlan> plans = new ConcurrentHashMap<>();

    /** The event ids that rules name; null until an event asks: most buckets never see one. */
    private volatile @Nullable Set<Integer> named;

    /**
     * A bucket.
     *
     * @param candidates sorted by rule id; a rule with several sources may stand there several times in a row
     * @param finders of all buckets
     */
    Bucket(List<Candidate> candidates, Finders finders) {
        this.candidates = List.copyOf(candidates);
        this.finders = finders;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    /** The plan for events such as this one. */
    SievePlan plan(Event event) {
        return plans.computeIfAbsent(kind(event), this::plan);
    }

    /**
     * Makes beforehand the plan for events of an id that is said as it most often is: one for a thousand rules takes a tenth of a second, for which the stream
     * would wait.
     */
    void prepare(int eventId) {
        plans.computeIfAbsent(kind(eventId), this::plan);
    }

    /** The same for events of an id that no rule names. Plans for those that are named have few rules, and are many: 300 of 4 ms and 170 KB for Sigma's. */
    void prepareOther() {
        plans.computeIfAbsent(OTHER, this::plan);
    }

    private int kind(Event event) {
        if (!KnownEventId.isSaid(event)) {
            return UNKNOWN;
        }
        return kind(event.eventId());
    }

    private int kind(int eventId) {
        return named().contains(eventId) ? eventId : OTHER;
    }

    /** Two threads may gather them at once, and find the same. */
    private Set<Integer> named() {
        var known = named;
        if (known == null) {
            known = NamedEventIds.of(candidates);
            named = known;
        }
        return known;
    }

    private SievePlan plan(int kind) {
        var eventId = switch (kind) {
            case OTHER -> KnownEventId.isOther();
            case UNKNOWN -> KnownEventId.NOTHING;
            default -> KnownEventId.is(kind);
        };
        return SievePlan.of(
                candidates.stream()
                        .<Need>map(candidate -> NeedCompiler.need(candidate, eventId))
                        .toList(),
                finders);
    }
}
