package io.weir.match.sieve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Finds which of many literals are in a value, level by level: first those that stand at one end and the longest, which takes the fewest looks at it, last
 * those of three bytes and less. What follows from the longer ones most often makes the shorter ones indifferent. Immutable.
 */
final class LiteralFinder {

    /** Literals of these lengths are found together, the longer ones with fewer looks at a value. */
    private static final List<Group> GROUPS = List.of(
            new Group(6, Integer.MAX_VALUE, (literals, numbers) -> Grams.of(literals, numbers, 4, 3)),
            new Group(4, 5, (literals, numbers) -> Grams.of(literals, numbers, 3, 2)),
            new Group(1, ShortLiterals.LONGEST, ShortLiterals::of));

    private final Tails beginnings;
    private final Tails endings;
    private final Anywhere[] anywhere;

    /** Of each literal the level that it is found at. */
    private final int[] levels;

    private final boolean isWithinLines;

    /** A finder of these literals; the number of each is its place. */
    LiteralFinder(List<Literal> literals) {
        this.beginnings = Tails.of(literals, false);
        this.endings = Tails.of(literals, true);
        this.levels = new int[literals.size()];
        var all = new ArrayList<Anywhere>();
        for (var group : GROUPS) {
            int[] ofGroup = group.of(literals);
            if (ofGroup.length > 0) {
                for (int number : ofGroup) {
                    levels[number] = all.size();
                }
                all.add(group.finder().apply(literals, ofGroup));
            }
        }
        this.anywhere = all.toArray(Anywhere[]::new);
        this.isWithinLines = literals.stream()
                .noneMatch(literal ->
                        literal.atStart() || literal.atEnd() || literal.text().indexOf('\n') >= 0);
    }

    private LiteralFinder(LiteralFinder other, Anywhere[] anywhere) {
        this.beginnings = other.beginnings;
        this.endings = other.endings;
        this.levels = other.levels;
        this.isWithinLines = other.isWithinLines;
        this.anywhere = anywhere;
    }

    /** The same of literals of which each is asked for by variants of those districts alone. */
    LiteralFinder askedIn(long[] districts) {
        return new LiteralFinder(
                this,
                Arrays.stream(anywhere).map(some -> some.askedIn(districts)).toArray(Anywhere[]::new));
    }

    /**
     * Literals of some lengths.
     *
     * @param finder finds those of some literals that have these numbers
     */
    private record Group(int shortest, int longest, BiFunction<List<Literal>, int[], Anywhere> finder) {

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
        return levels.length;
    }

    /** The level at which the literal of that number is found. */
    int level(int literal) {
        return levels[literal];
    }

    /** Whether each literal may stand anywhere in a value, and within a line of it: then lines may be searched by themselves. */
    boolean isWithinLines() {
        return isWithinLines;
    }

    /** How many levels there are, at least one. */
    int levels() {
        return Math.max(1, anywhere.length);
    }

    /**
     * With how many literals a value of so many bytes is compared at most, whatever they are: at either end as many as have one hash for each byte, and what
     * grams take, which begin anew with each line that is searched by itself.
     */
    long mostCompared(int bytes) {
        int lines = isWithinLines ? bytes / LongValues.SHORTEST_LINES : 0;
        return beginnings.mostCompared(bytes)
                + endings.mostCompared(bytes)
                + Arrays.stream(anywhere)
                        .mapToLong(some -> some.mostCompared(bytes, 1 + lines))
                        .sum();
    }

    /** Tells of the literals of that level that are in the text, of some more than once. */
    void find(int level, FoldedText text, Tails.Found found, Work work) {
        if (level == 0) {
            work.read(text.length());
            work.compare(beginnings.find(text, found) + endings.find(text, found));
        }
        if (level < anywhere.length) {
            work.compare(anywhere[level].find(text, found));
        }
    }
}
