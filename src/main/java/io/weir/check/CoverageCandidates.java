package io.weir.check;

import io.weir.check.Formula.And;
import io.weir.check.Formula.Kind;
import io.weir.check.Formula.Leaf;
import io.weir.check.Formula.Not;
import io.weir.check.Formula.Or;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rules another may cover at all: those with a test that implies one of the tests which the other can't do without. */
final class CoverageCandidates {

    private final int size;
    private final Map<String, TestIndex> tests = new HashMap<>();
    private final Map<Leaf, BitSet> known = new HashMap<>();

    CoverageCandidates(List<Formula> formulas) {
        size = formulas.size();
        for (int index = 0; index < size; index++) {
            gather(formulas.get(index), index);
        }
    }

    private void gather(Formula formula, int index) {
        if (formula instanceof Leaf leaf) {
            tests.computeIfAbsent(leaf.field(), field -> new TestIndex()).add(leaf, index);
        } else if (formula instanceof And all) {
            all.parts().forEach(part -> gather(part, index));
        } else if (formula instanceof Or any) {
            any.parts().forEach(part -> gather(part, index));
        } else if (formula instanceof Not not) {
            gather(not.part(), index);
        }
    }

    /** The rules, by their place in the list, that the formula may cover. */
    BitSet of(Formula formula) {
        var required = new ArrayList<Leaf>();
        var candidates = new BitSet(size);
        if (!required(formula, required)) {
            candidates.set(0, size);
            return candidates;
        }
        required.forEach(test -> candidates.or(implying(test)));
        return candidates;
    }

    /** Gathers tests of which one must be true for the formula to be; says whether there are such. */
    private static boolean required(Formula formula, List<Leaf> required) {
        if (formula instanceof Leaf leaf) {
            return required.add(leaf);
        }
        if (formula instanceof Or any) {
            return any.parts().stream().allMatch(part -> required(part, required));
        }
        return formula instanceof And all && required.addAll(mostTelling(all));
    }

    /** The tests of one part, the smallest that has any; one without {@code contains} if there is one, for fewer texts have such a test. */
    private static List<Leaf> mostTelling(And all) {
        List<Leaf> found = List.of();
        for (var part : all.parts()) {
            var some = new ArrayList<Leaf>();
            boolean usable = required(part, some) && !some.isEmpty();
            if (usable && some.stream().noneMatch(test -> test.kind() == Kind.CONTAINS)) {
                return some;
            }
            found = usable && found.isEmpty() ? some : found;
        }
        return found;
    }

    private BitSet implying(Leaf test) {
        return known.computeIfAbsent(test, wanted -> {
            var index = tests.get(wanted.field());
            return index == null ? new BitSet() : index.implying(wanted);
        });
    }
}
