package io.weir.match.sieve;

import io.weir.match.expression.Expression;
import io.weir.match.value.OperandTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Works out the plan of one source: numbers the tests that variants ask of it, and puts their needs in those numbers. */
final class FieldPlanner implements Need.Cases<Clause> {

    private final Map<FieldTest, Integer> numbers = new LinkedHashMap<>();
    private final Set<Integer> asked = new LinkedHashSet<>();
    private final @Nullable Need[] needs;
    private final Clause[] clauses;
    private final List<Set<Integer>> variantsOfTest = new ArrayList<>();

    private FieldPlanner(int variants) {
        this.needs = new Need[variants];
        this.clauses = new Clause[variants];
    }

    /** The plan of a source for variants, of which each may need something of it. */
    static FieldPlan plan(Source source, List<Variants.Variant> variants, Finders finders) {
        var planner = new FieldPlanner(variants.size());
        for (int variant = 0; variant < variants.size(); variant++) {
            var need = variants.get(variant).needs().get(source);
            if (need != null) {
                planner.add(variant, need);
            }
        }
        return planner.plan(source, finders);
    }

    private void add(int variant, Need need) {
        asked.clear();
        needs[variant] = need;
        clauses[variant] = need.match(this);
        asked.forEach(test -> variantsOfTest.get(test).add(variant));
    }

    @Override
    public Clause allOf(Need.AllOf need) {
        return new Clause.AllOf(cheapestFirst(need.parts()));
    }

    @Override
    public Clause anyOf(Need.AnyOf need) {
        return new Clause.AnyOf(cheapestFirst(need.parts()));
    }

    /** What literals decide comes before what must be tried: one look at it may be enough. */
    private List<Clause> cheapestFirst(List<Need> parts) {
        return parts.stream()
                .sorted(Comparator.comparing(FieldPlanner::hasToBeTried))
                .map(part -> part.match(this))
                .toList();
    }

    private static boolean hasToBeTried(Need need) {
        return need.answers()
                .anyMatch(
                        answer -> answer.test() instanceof FieldTest.Fits || answer.test() instanceof FieldTest.Finds);
    }

    @Override
    public Clause answer(Need.Answer need) {
        int test = number(need.test());
        asked.add(test);
        return need.wanted() ? new Clause.Holds(test) : new Clause.HoldsNot(test);
    }

    @Override
    public Clause unknown(Need.Unknown need) {
        return new Clause.AllOf(List.of());
    }

    private int number(FieldTest test) {
        return numbers.computeIfAbsent(test, unused -> {
            variantsOfTest.add(new LinkedHashSet<>());
            return numbers.size();
        });
    }

    private FieldPlan plan(Source source, Finders finders) {
        var literals = new Literals();
        numbers.forEach((test, number) -> test.match(literals.of(number)));
        var all = List.copyOf(literals.tests.keySet());
        var finder = finders.finder(all);
        var presence = new FieldPlan.PresenceTests(
                numbers.getOrDefault(FieldTest.Presence.IS_NULL, -1),
                numbers.getOrDefault(FieldTest.Presence.EXISTS, -1),
                numbers.getOrDefault(FieldTest.Presence.IS_SOMETHING, -1));
        var possible = new FieldPlan.Possible(
                where(presence.isNull()),
                where(presence.exists(), presence.isNull()),
                where(presence.exists(), presence.isSomething()));
        long[] concerned = concerned();
        var effects = literals.effects();
        return new FieldPlan(
                source,
                finder,
                effects,
                effects.stream().mapToInt(FieldPlan.OfLiteral::onlyTest).toArray(),
                ints(literals.always),
                literals.made,
                literals.looked,
                literals.together(),
                presence,
                clauses,
                variantsOfTest.stream().map(FieldPlanner::ints).toArray(int[][]::new),
                watching(possible.something()),
                concerned,
                Bits.words(concerned),
                possible,
                new LevelPlanner(clauses, variantsOfTest, new HashSet<>(literals.always), presence)
                        .levels(finder, effects),
                source instanceof Source.Everything && literals.decide(presence)
                        ? finders.words(all).orElse(null)
                        : null);
    }

    /** Of each test, the variants that are looked at when it holds. Those that remain by themselves are looked at for all that may rule them out. */
    private int[][] watching(long[] remaining) {
        var watches = new Watches(numbers, variantsOfTest);
        var watched = new ArrayList<Set<Integer>>();
        for (int variant = 0; variant < needs.length; variant++) {
            var need = needs[variant];
            watched.add(need == null || Bits.has(remaining, variant) ? Set.of() : watches.of(need));
        }
        return IntStream.range(0, numbers.size())
                .mapToObj(test -> variantsOfTest.get(test).stream()
                        .filter(variant -> watched.get(variant).isEmpty()
                                || watched.get(variant).contains(test))
                        .mapToInt(variant -> variant)
                        .toArray())
                .toArray(int[][]::new);
    }

    private long[] concerned() {
        long[] concerned = Bits.none(clauses.length);
        for (int variant = 0; variant < clauses.length; variant++) {
            if (clauses[variant] != null) {
                Bits.set(concerned, variant);
            }
        }
        return concerned;
    }

    /** The variants that remain where those tests hold and no others. */
    private long[] where(int... holding) {
        var marks = new Marks(numbers.size());
        Arrays.stream(holding).filter(test -> test >= 0).forEach(marks::mark);
        long[] possible = Bits.all(clauses.length);
        for (int variant = 0; variant < clauses.length; variant++) {
            if (clauses[variant] != null && !clauses[variant].holds(marks::isMarked)) {
                Bits.clear(possible, variant);
            }
        }
        return possible;
    }

    private static int[] ints(Iterable<Integer> numbers) {
        var list = new ArrayList<Integer>();
        numbers.forEach(list::add);
        return list.stream().mapToInt(i -> i).toArray();
    }

    /** The literals of all tests, and what follows from each. */
    private static final class Literals {
        private final Map<Literal, Effect> tests = new LinkedHashMap<>();
        private final List<Integer> always = new ArrayList<>();
        private final List<@Nullable OperandTest> made = new ArrayList<>();
        private final List<@Nullable Expression> looked = new ArrayList<>();

        private record Effect(List<Integer> holding, List<Integer> toMake) {}

        FieldTest.Cases<Boolean> of(int number) {
            return new FieldTest.Cases<>() {
                @Override
                public Boolean anyLiteral(FieldTest.AnyLiteral test) {
                    test.literals().forEach(literal -> effect(literal).holding().add(number));
                    return add(null, null);
                }

                @Override
                public Boolean fits(FieldTest.Fits test) {
                    open(test.gate(), number);
                    return add(test.test(), null);
                }

                @Override
                public Boolean finds(FieldTest.Finds test) {
                    open(test.gate(), number);
                    return add(null, test.expression());
                }

                @Override
                public Boolean presence(FieldTest.Presence test) {
                    return add(null, null);
                }
            };
        }

        /** One walk through a value tells which are found, where each would take one. */
        @Nullable
        Expression together() {
            var expressions =
                    always.stream().map(looked::get).filter(Objects::nonNull).toList();
            return expressions.size() < 2 ? null : Expression.anyOf(expressions).orElse(null);
        }

        private boolean add(@Nullable OperandTest test, @Nullable Expression expression) {
            return made.add(test) && looked.add(expression);
        }

        private void open(Set<Literal> gate, int test) {
            gate.forEach(literal -> effect(literal).toMake().add(test));
            if (gate.isEmpty()) {
                always.add(test);
            }
        }

        private Effect effect(Literal literal) {
            return tests.computeIfAbsent(literal, unused -> new Effect(new ArrayList<>(0), new ArrayList<>(0)));
        }

        /** Whether nothing else is asked of values than whether one of the literals is there. */
        boolean decide(FieldPlan.PresenceTests presence) {
            return always.isEmpty() && presence.isNull() < 0;
        }

        List<FieldPlan.OfLiteral> effects() {
            return tests.values().stream()
                    .map(effect -> new FieldPlan.OfLiteral(ints(effect.holding()), ints(effect.toMake())))
                    .toList();
        }
    }
}
