package io.weir.match;

import io.weir.match.sieve.FieldTest;
import io.weir.match.sieve.Literal;
import io.weir.match.sieve.Need;
import io.weir.match.sieve.Source;
import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tests that some ways to find a value come to, of which any is enough: all literals in one test, and all that must be tried on every value. */
final class ItemTests implements ValueMatcher.Cases<Boolean> {

    private final Set<Literal> literals = new HashSet<>();
    private final List<OperandTest> always = new ArrayList<>();
    private final List<Answer> others = new ArrayList<>();

    /** Whether one of the ways is none that the sieve can test. */
    private boolean hasMore;

    /** That all of some tests hold, or not all do. */
    private record Answer(List<FieldTest> tests, boolean holds) {
        Need need(Source source, boolean wanted) {
            var answers = tests.stream()
                    .<Need>map(test -> new Need.Answer(source, test, holds == wanted))
                    .toList();
            return holds == wanted ? Need.allOf(answers) : Need.anyOf(answers);
        }
    }

    /** What those ways need of a source: that one of them fits, or none does. */
    static Need need(List<ValueMatcher> ways, Source source, boolean wanted) {
        var tests = new ItemTests();
        ways.forEach(way -> way.match(tests));
        return tests.need(source, wanted);
    }

    private Need need(Source source, boolean wanted) {
        if (!literals.isEmpty()) {
            add(new FieldTest.AnyLiteral(literals));
        }
        if (!always.isEmpty()) {
            add(new FieldTest.Fits(Set.of(), new AnyFits(always)));
        }
        var answers = Stream.concat(
                        others.stream().map(answer -> answer.need(source, wanted)),
                        hasMore ? Stream.of(Need.unknown()) : Stream.<Need>empty())
                .toList();
        return wanted ? Need.anyOf(answers) : Need.allOf(answers);
    }

    private boolean add(FieldTest test) {
        return others.add(new Answer(List.of(test), true));
    }

    /** Any of these fits. */
    private record AnyFits(List<OperandTest> tests) implements OperandTest {
        AnyFits {
            tests = List.copyOf(tests);
        }

        @Override
        public boolean fits(Operand value) {
            for (var test : tests) {
                if (test.fits(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public Boolean anyValue(ValueMatcher.AnyValue matcher) {
        var how = matcher.test();
        if (how instanceof WildcardPattern pattern) {
            return pattern(PatternLiterals.test(pattern));
        }
        return how instanceof RegularExpression expression ? expression(expression) : always.add(how);
    }

    private boolean expression(RegularExpression expression) {
        var gates = RequiredLiterals.of(expression.pattern().pattern());
        var gate = gates.isEmpty() ? Set.<Literal>of() : gates.get(0);
        var all = new ArrayList<FieldTest>();
        gates.stream().skip(1).map(FieldTest.AnyLiteral::new).forEach(all::add);
        all.add(expression
                .automaton()
                .<FieldTest>map(automaton -> new FieldTest.Finds(gate, automaton))
                .orElseGet(() -> new FieldTest.Fits(gate, expression)));
        return others.add(new Answer(all, true));
    }

    private boolean pattern(FieldTest test) {
        if (test instanceof FieldTest.AnyLiteral found) {
            return literals.addAll(found.literals());
        }
        return (test instanceof FieldTest.Fits fits && fits.gate().isEmpty()) ? always.add(fits.test()) : add(test);
    }

    @Override
    public Boolean nothing(ValueMatcher.Nothing matcher) {
        return add(FieldTest.Presence.IS_NULL);
    }

    @Override
    public Boolean existence(ValueMatcher.Existence matcher) {
        return others.add(new Answer(List.of(FieldTest.Presence.EXISTS), matcher.wanted()));
    }

    @Override
    public Boolean fieldReference(FieldReference matcher) {
        hasMore = true;
        return true;
    }
}
