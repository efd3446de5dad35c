package io.weir.match;

import io.weir.event.Event;
import io.weir.event.ScannedEvent;
import io.weir.match.sieve.CacheRoom;
import io.weir.match.sieve.Reading;
import io.weir.match.sieve.Sieve;
import io.weir.match.sieve.SievePlan;
import io.weir.match.sieve.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the candidates that may match an event: all that do, and few others. For one thread. */
final class CandidateIndex {

    private final Router router;
    private final Work work = new Work();
    private final CacheRoom room = new CacheRoom();
    private final Map<SievePlan, Sieve> sieves = new HashMap<>();
    private final Ways ways = new Ways();
    private final Expressions expressions = new Expressions();

    CandidateIndex(Router router) {
        this.router = router;
    }

    /** The candidates, in the order of the router. */
    List<Sifted> candidates(Event event) {
        return event instanceof ScannedEvent scanned ? candidates(scanned) : candidates(event, way(event));
    }

    private List<Sifted> candidates(ScannedEvent event) {
        var known = ways.of(event, this::scannedWay);
        return candidates(known.way(), known.way().sieve().sift(event, known.reading()));
    }

    private List<Sifted> candidates(Event event, Way way) {
        return candidates(way, way.sieve().sift(event));
    }

    private static List<Sifted> candidates(Way way, int count) {
        if (count == 0) {
            return List.of();
        }
        var candidates = new ArrayList<Sifted>(count);
        for (int i = 0; i < count; i++) {
            candidates.add(new Sifted(
                    way.candidates().get(way.sieve().candidate(i)), way.sieve().isSure(i)));
        }
        return candidates;
    }

    private ScannedWay scannedWay(ScannedEvent event) {
        var way = way(event);
        return new ScannedWay(way, way.sieve().reading(event.layout()));
    }

    private Way way(Event event) {
        var bucket = router.bucket(event);
        return new Way(
                bucket.candidates(), sieves.computeIfAbsent(bucket.plan(event), plan -> new Sieve(plan, work, room)));
    }

    /**
     * A candidate that the sieve has left.
     *
     * @param isSure whether its rule matches, which need not be asked then
     */
    record Sifted(Candidate candidate, boolean isSure) {

        /** The event as the rule reads it, if it matches. */
        Optional<Candidate.Hit> look(Event event, Fields own) {
            return isSure ? Optional.of(candidate.hit(own)) : candidate.look(event, own);
        }
    }

    /** Where an event goes: the candidates of its channel and id, and the sieve that it goes through. */
    record Way(List<Candidate> candidates, Sieve sieve) {}

    /**
     * Where an event of a layout goes.
     *
     * @param reading of the layout, for the sieve
     */
    record ScannedWay(Way way, Reading reading) {}

    /** How the thread looks for expressions in what candidates read. */
    Expressions expressions() {
        return expressions;
    }

    /** What it has done since it was made. */
    Work work() {
        return work;
    }
}
