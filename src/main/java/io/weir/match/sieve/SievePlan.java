package io.weir.match.sieve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the needs of some rules come to, field by field. Immutable; one plan serves the sieves of all threads.
 */
public final class SievePlan {

    /** To look for so many literals takes as much as a variant more that is left. */
    private static final int LITERALS_A_VARIANT = 4;

    /** Of each variant the {@link Answer} that it gives where it remains. */
    private final int[] answers;

    private final List<FieldPlan> fields;

    private SievePlan(int[] answers, List<FieldPlan> fields) {
        this.answers = answers;
        this.fields = List.copyOf(fields);
    }

    /**
     * The plan for rules with those needs; a rule's number is its place in the list.
     *
     * @param finders of the rule set, which other plans of it share
     */
    public static SievePlan of(List<Need> needs, Finders finders) {
        var variants = new ArrayList<Variants.Variant>();
        var answers = new ArrayList<Integer>();
        for (int rule = 0; rule < needs.size(); rule++) {
            for (var variant : Variants.of(needs.get(rule))) {
                variants.add(variant);
                answers.add(Answer.of(rule, variant.decides()));
            }
        }
        var sources = new LinkedHashSet<Source>();
        variants.forEach(variant -> sources.addAll(variant.needs().keySet()));
        var fields = sources.stream()
                .map(source -> FieldPlanner.plan(source, variants, finders))
                .sorted(Comparator.comparing(SievePlan::delay))
                .toList();
        var numbering = Numbering.of(variants.size(), fields);
        return new SievePlan(
                numbering.ints(answers.stream().mapToInt(i -> i).toArray()),
                fields.stream().map(field -> field.numbered(numbering)).toList());
    }

    /**
     * Fields come first that leave few variants, of which a value that says nothing tells, and that take little to look at, of which their literals tell, and the
     * tests that are to be made of every value: command lines rule out the most rules, but they are long and mostly new, and what they are searched for is
     * less once the image is known. What needs all values comes last.
     */
    private static int delay(FieldPlan field) {
        return field.source() instanceof Source.Everything
                ? Integer.MAX_VALUE
                : Bits.count(field.possible().something())
                        + field.finder().literals() / LITERALS_A_VARIANT
                        + field.always().length;
    }

    /** The fields in the order in which they are best looked at. */
    List<FieldPlan> fields() {
        return fields;
    }

    /**
     * The most work that an event can make whose value of that source has so many bytes, whatever they are. Of each of those bytes a stated number of
     * comparisons; each test that literals do not decide is made once; each variant is looked at once for each level of literals.
     */
    Bound bound(Source source, int bytes) {
        var field = fields.stream()
                .filter(some -> some.source().equals(source))
                .findFirst()
                .orElseThrow();
        long tests = IntStream.range(0, field.tests().size())
                        .filter(i -> field.tests().get(i) != null
                                || field.expressions().get(i) != null)
                        .count()
                + (field.together() == null ? 0 : 1);
        return new Bound(
                field.finder().mostCompared(bytes),
                tests,
                tests * bytes,
                (long) Bits.count(field.concerned()) * field.finder().levels());
    }

    /** Most of what {@link Work} counts under these names. */
    record Bound(long compared, long tests, long bytesTested, long looks) {}

    int variants() {
        return answers.length;
    }

    /** What follows for an event where a variant remains, as {@link Answer} puts it in a number. */
    int answer(int variant) {
        return answers[variant];
    }

    /** That an event matches a rule, or that the rule is to be asked, as a number: of those of one rule the one that is sure is the least. */
    static final class Answer {

        private Answer() {}

        static int of(int rule, boolean isSure) {
            return rule << 1 | (isSure ? 0 : 1);
        }

        static int rule(int answer) {
            return answer >>> 1;
        }

        static boolean isSure(int answer) {
            return (answer & 1) == 0;
        }
    }
}
