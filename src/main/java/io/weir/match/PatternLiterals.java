package io.weir.match;

import io.weir.match.sieve.FieldTest;
import io.weir.match.sieve.Literal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What literals say of a text with wildcards: whether it fits, for nearly all that rules have, or at least whether it can. */
final class PatternLiterals {

    /** Dashes that may be any of five are spelled out, but not more of them. */
    private static final int MOST_DASHES = 2;

    private final WildcardPattern pattern;
    private final List<Segment> segments;

    private PatternLiterals(WildcardPattern pattern) {
        this.pattern = pattern;
        this.segments = pattern.segments();
    }

    /** The test of that pattern. */
    static FieldTest test(WildcardPattern pattern) {
        return new PatternLiterals(pattern).test();
    }

    private FieldTest test() {
        int[] said = IntStream.range(0, segments.size())
                .filter(i -> !isEmpty(segments.get(i)))
                .toArray();
        if (said.length == 0 && segments.size() > 1) {
            return FieldTest.Presence.IS_SOMETHING;
        }
        return decided(said.length == 0 ? 0 : said[0], said.length)
                .<FieldTest>map(FieldTest.AnyLiteral::new)
                .orElseGet(() -> new FieldTest.Fits(gate(), pattern));
    }

    private static boolean isEmpty(Segment segment) {
        return segment instanceof Segment.LiteralSegment literal
                && literal.literal().isEmpty();
    }

    /** The literals of which one must be there, and no more, where only one segment says anything. */
    private Optional<Set<Literal>> decided(int place, int said) {
        if (pattern.cased() || said > 1) {
            return Optional.empty();
        }
        return spellings(segments.get(place))
                .map(texts -> literals(texts, place))
                .filter(literals -> literals.stream().allMatch(Literal::canBeLookedFor));
    }

    private Set<Literal> literals(Set<String> texts, int place) {
        var literals = new HashSet<Literal>();
        texts.forEach(text -> literals.add(literal(text, place)));
        return literals;
    }

    private Literal literal(String text, int place) {
        return new Literal(text, place == 0, place == segments.size() - 1);
    }

    private static Optional<Set<String>> spellings(Segment segment) {
        if (segment instanceof Segment.LiteralSegment literal) {
            return Optional.of(Set.of(literal.literal()));
        }
        return segment instanceof Segment.MixedSegment mixed ? spellings(mixed.tokens()) : Optional.empty();
    }

    private static Optional<Set<String>> spellings(int[] tokens) {
        long dashes = Arrays.stream(tokens)
                .filter(token -> token == PatternText.ANY_DASH)
                .count();
        if (dashes > MOST_DASHES || Arrays.stream(tokens).anyMatch(token -> token == PatternText.ANY_ONE)) {
            return Optional.empty();
        }
        var spelled = Set.of("");
        for (int token : tokens) {
            var longer = new HashSet<String>();
            for (var text : spelled) {
                points(token).forEach(point -> longer.add(text + Character.toString(point)));
            }
            spelled = longer;
        }
        return Optional.of(spelled);
    }

    private static IntStream points(int token) {
        return token == PatternText.ANY_DASH ? PatternText.dashPoints() : IntStream.of(token);
    }

    /** The longest text that each value that fits has; none where there is no such text. */
    private Set<Literal> gate() {
        return IntStream.range(0, segments.size())
                .mapToObj(this::longest)
                .filter(literal -> !literal.text().isEmpty() && literal.canBeLookedFor())
                .max(Comparator.comparingInt(literal -> literal.text().length()))
                .map(Set::of)
                .orElse(Set.of());
    }

    private Literal longest(int place) {
        if (segments.get(place) instanceof Segment.MixedSegment mixed) {
            return Literal.anywhere(longestRun(mixed.tokens()));
        }
        return segments.get(place) instanceof Segment.LiteralSegment literal
                ? literal(literal.literal(), place)
                : Literal.anywhere("");
    }

    private static String longestRun(int[] tokens) {
        var longest = "";
        var run = new StringBuilder();
        for (int token : tokens) {
            if (token < 0) {
                run.setLength(0);
            } else {
                run.appendCodePoint(token);
                longest = run.length() > longest.length() ? run.toString() : longest;
            }
        }
        return longest;
    }
}
