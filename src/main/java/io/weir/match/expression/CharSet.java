package io.weir.match.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A set of code points.
 *
 * @param ranges first and last of each stretch, ascending and apart from each other
 */
record CharSet(List<Range> ranges) {

    static final CharSet DIGITS = of('0', '9');
    static final CharSet BLANKS =
            single('\t').and(single('\n')).and(single('\f')).and(single('\r')).and(single(' '));
    static final CharSet WORD = of('0', '9').and(of('A', 'Z')).and(of('a', 'z')).and(single('_'));
    static final CharSet ALL = of(0, Character.MAX_CODE_POINT);
    static final CharSet ALL_BUT_LINE_ENDS = single('\n').opposite();

    private static final int KELVIN = 0x212A;
    private static final int LONG_S = 0x017F;

    CharSet {
        ranges = List.copyOf(ranges);
    }

    /** From the first to the last, both in it. */
    record Range(int first, int last) {}

    static CharSet of(int first, int last) {
        return new CharSet(List.of(new Range(first, last)));
    }

    static CharSet single(int point) {
        return of(point, point);
    }

    static CharSet none() {
        return new CharSet(List.of());
    }

    /** What is in one of the two. */
    CharSet and(CharSet other) {
        var all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        all.sort(Comparator.comparingInt(Range::first));
        var joined = new ArrayList<Range>();
        for (var range : all) {
            int end = joined.size() - 1;
            if (end >= 0 && joined.get(end).last() + 1 >= range.first()) {
                var before = joined.get(end);
                joined.set(end, new Range(before.first(), Math.max(before.last(), range.last())));
            } else {
                joined.add(range);
            }
        }
        return new CharSet(joined);
    }

    /** What is not in it. */
    CharSet opposite() {
        var gaps = new ArrayList<Range>();
        int next = 0;
        for (var range : ranges) {
            if (next < range.first()) {
                gaps.add(new Range(next, range.first() - 1));
            }
            next = range.last() + 1;
        }
        if (next <= Character.MAX_CODE_POINT) {
            gaps.add(new Range(next, Character.MAX_CODE_POINT));
        }
        return new CharSet(gaps);
    }

    boolean isAscii() {
        return ranges.stream().allMatch(range -> range.last() < 0x80);
    }

    boolean has(int point) {
        for (var range : ranges) {
            if (range.first() <= point && point <= range.last()) {
                return true;
            }
        }
        return false;
    }

    /** The same in both cases, of a set in ASCII; two signs beyond ASCII are letters in it without regard to case. */
    CharSet inBothCases() {
        var both = IntStream.rangeClosed('a', 'z')
                .filter(small -> has(small) || has(Character.toUpperCase(small)))
                .mapToObj(small -> single(small).and(single(Character.toUpperCase(small))))
                .reduce(this, CharSet::and);
        var withKelvin = both.has('k') ? both.and(single(KELVIN)) : both;
        return withKelvin.has('s') ? withKelvin.and(single(LONG_S)) : withKelvin;
    }
}
