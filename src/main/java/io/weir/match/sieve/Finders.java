package io.weir.match.sieve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The finders of a rule set, one for all plans that look for the same literals: of the 649 that plans for SigmaHQ's rules need 107 differ, as most plans are of
 * one channel's ids, and have the rules in common that name none. Safe to share between threads.
 */
public final class Finders {

    private final Map<List<Literal>, LiteralFinder> finders = new ConcurrentHashMap<>();
    private final Map<List<Literal>, Optional<PlainWords>> words = new ConcurrentHashMap<>();

    /** A finder of these literals; the number of each is its place. */
    LiteralFinder finder(List<Literal> literals) {
        return finders.computeIfAbsent(literals, LiteralFinder::new);
    }

    /** {@link PlainWords} that stand for these literals, if there are any. */
    Optional<PlainWords> words(List<Literal> literals) {
        return words.computeIfAbsent(literals, PlainWords::of);
    }
}
