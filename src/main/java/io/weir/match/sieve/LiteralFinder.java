package io.weir.match.sieve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds which of many literals are in a value. Immutable. */
final class LiteralFinder {

    /** Literals of these lengths are found together, the longer ones with fewer looks at a value. */
    private static final List<Group> GROUPS = List.of(
            new Group(1, 1, 1, 1),
            new Group(2, 2, 2, 1),
            new Group(3, 3, 2, 2),
            new Group(4, 6, 3, 2),
            new Group(7, Integer.MAX_VALUE, 4, 4));

    private final int literals;
    private final Tails beginnings;
    private final Tails endings;
    private final List<Grams> grams = new ArrayList<>();

    /** A finder of these literals; the number of each is its place. */
    LiteralFinder(List<Literal> literals) {
        this.literals = literals.size();
        this.beginnings = Tails.of(literals, false);
        this.endings = Tails.of(literals, true);
        for (var group : GROUPS) {
            int[] ofGroup = group.of(literals);
            if (ofGroup.length > 0) {
                grams.add(Grams.of(literals, ofGroup, group.gram(), group.stride()));
            }
        }
    }

    /**
     * Literals of some lengths.
     *
     * @param gram how many bytes their grams have
     * @param stride how many grams each has
     */
    private record Group(int shortest, int longest, int gram, int stride) {

        /** Those that may stand anywhere in a value. */
        int[] of(List<Literal> literals) {
            return IntStream.range(0, literals.size())
                    .filter(number -> takes(literals.get(number)))
                    .toArray();
        }

        private boolean takes(Literal literal) {
            int length = literal.bytes().length;
            return !literal.atStart() && !literal.atEnd() && length >= shortest && length <= longest;
        }
    }

    /** How many literals there are. */
    int literals() {
        return literals;
    }

    /** What a value of so many bytes is counted as compared at most, whatever they are: each once with either tree, and what grams take. */
    long mostCompared(int bytes) {
        return 2L * bytes
                + grams.stream().mapToLong(some -> some.mostCompared(bytes)).sum();
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
