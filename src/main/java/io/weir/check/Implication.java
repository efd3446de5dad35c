package io.weir.check;

import io.weir.check.Formula.And;
import io.weir.check.Formula.Leaf;
import io.weir.check.Formula.Not;
import io.weir.check.Formula.Or;
import java.util.List;

/**
 * Whether one formula implies another, by their structure alone: a yes is certain, a no is not. The steps are bounded, so that rules made to be
 * compared for long are given up on.
 */
final class Implication {

    private int steps;

    private Implication(int steps) {
        this.steps = steps;
    }

    /** Whether whatever fulfils the one fulfils the other, found in at most so many steps. */
    static boolean holds(Formula one, Formula other, int steps) {
        return new Implication(steps).implies(one, other);
    }

    private boolean implies(Formula one, Formula other) {
        if (--steps < 0) {
            return false;
        }
        if (one instanceof Leaf leaf && other instanceof Leaf otherLeaf) {
            return leaf.implies(otherLeaf);
        }
        if (one instanceof Or any) {
            return allImply(any.parts(), other);
        }
        if (other instanceof And all) {
            return impliesAll(one, all.parts());
        }
        return (one instanceof And all && anyImplies(all.parts(), other)) || impliesPartOf(one, other);
    }

    private boolean impliesPartOf(Formula one, Formula other) {
        if (other instanceof Or any) {
            return impliesAny(one, any.parts());
        }
        return one instanceof Not not && other instanceof Not otherNot && implies(otherNot.part(), not.part());
    }

    // Loops, not streams: millions of pairs are compared.

    private boolean allImply(List<Formula> ones, Formula other) {
        for (var one : ones) {
            if (!implies(one, other)) {
                return false;
            }
        }
        return true;
    }

    private boolean anyImplies(List<Formula> ones, Formula other) {
        for (var one : ones) {
            if (implies(one, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean impliesAll(Formula one, List<Formula> others) {
        for (var other : others) {
            if (!implies(one, other)) {
                return false;
            }
        }
        return true;
    }

    private boolean impliesAny(Formula one, List<Formula> others) {
        for (var other : others) {
            if (implies(one, other)) {
                return true;
            }
        }
        return false;
    }
}
