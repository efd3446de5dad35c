package io.weir.match.sieve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds which of many literals are in a value. Immutable. */
final class LiteralFinder {

    private static final int LONGEST_GRAM = Integer.BYTES;

    private final int literals;
    private final Tails beginnings;
    private final Tails endings;
    private final List<Grams> grams = new ArrayList<>();

    /** A finder of these literals; the number of each is its place. */
    LiteralFinder(List<Literal> literals) {
        this.literals = literals.size();
        this.beginnings = Tails.of(literals, false);
        this.endings = Tails.of(literals, true);
        for (int size = 1; size <= LONGEST_GRAM; size++) {
            int[] ofSize = ofSize(literals, size);
            if (ofSize.length > 0) {
                grams.add(Grams.of(literals, ofSize, size));
            }
        }
    }

    /** The literals that may stand anywhere and are best known by grams of that size. */
    private static int[] ofSize(List<Literal> literals, int size) {
        return IntStream.range(0, literals.size())
                .filter(number -> !literals.get(number).atStart() && !literals.get(number).atEnd())
                .filter(number -> Math.min(literals.get(number).bytes().length, LONGEST_GRAM) == size)
                .toArray();
    }

    /** How many literals there are. */
    int literals() {
        return literals;
    }

    /** Tells of the literals that are in the text, of some more than once. */
    void find(FoldedText text, Tails.Found found, Work work) {
        work.read(text.length());
        if (!beginnings.isEmpty()) {
            work.compare(beginnings.find(text, found));
        }
        if (!endings.isEmpty()) {
            work.compare(endings.find(text, found));
        }
        for (var some : grams) {
            work.compare(some.find(text, found));
        }
    }
}
