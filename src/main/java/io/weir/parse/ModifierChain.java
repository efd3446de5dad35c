package io.weir.parse;

import io.weir.rule.Modifier;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The modifiers of one item, and which values they take.
 *
 * @param uses in the order written
 */
record ModifierChain(List<Use> uses) {

    /** A modifier and its place. */
    record Use(Modifier modifier, Position position) {}

    private static final Set<Modifier> FLAGS = Set.copyOf(EnumSet.of(Modifier.I, Modifier.M, Modifier.S));

    ModifierChain {
        uses = List.copyOf(uses);
    }

    List<Modifier> modifiers() {
        return uses.stream().map(Use::modifier).toList();
    }

    /** What becomes of a value, or none if a modifier does not take it. */
    Optional<Operand> run(Operand raw) {
        var value = Optional.of(raw);
        for (int i = 0; i < uses.size() && value.isPresent(); i++) {
            value = value.get().after(uses.get(i).modifier());
        }
        return value;
    }

    /** The kinds of value that every modifier takes. */
    Set<Operand> accepted() {
        var accepted = EnumSet.noneOf(Operand.class);
        Operand.RAW.stream().filter(raw -> steps(raw) == uses.size()).forEach(accepted::add);
        return accepted;
    }

    /** The modifier that does not take a value of that kind; only where {@link #run} gives none. */
    Use refusing(Operand raw) {
        return uses.get(steps(raw));
    }

    /** Why the modifiers do not go together, or none if some kind of value passes them all. */
    Optional<Problem> conflict(String field) {
        int most = 0;
        for (var raw : Operand.RAW) {
            most = Math.max(most, steps(raw));
        }
        return most == uses.size() ? Optional.empty() : Optional.of(conflictAt(field, most));
    }

    private Problem conflictAt(String field, int index) {
        var use = uses.get(index);
        var label = use.modifier().label();
        if (FLAGS.contains(use.modifier())) {
            return Problem.at(
                            ProblemCode.MODIFIER_CONFLICT,
                            use.position(),
                            "modifier '" + label + "' without 're' before it")
                    .expecting("a regular expression")
                    .fixedBy("write " + field + "|re|" + label);
        }
        var before = blamed(index);
        return Problem.at(
                        ProblemCode.MODIFIER_CONFLICT,
                        use.position(),
                        "modifier '" + label + "' does not go after '" + before + "'")
                .expecting("'" + before + "' or '" + label + "'")
                .fixedBy("leave one of them out");
    }

    private String blamed(int index) {
        int before = index - 1;
        while (before > 0 && isLink(uses.get(before).modifier())) {
            before--;
        }
        return uses.get(before).modifier().label();
    }

    private static boolean isLink(Modifier modifier) {
        return modifier == Modifier.ALL || modifier == Modifier.NEQ;
    }

    /** How many modifiers take the value, one after the other, until one does not. */
    private int steps(Operand raw) {
        var value = raw;
        for (int steps = 0; steps < uses.size(); steps++) {
            var next = value.after(uses.get(steps).modifier());
            if (next.isEmpty()) {
                return steps;
            }
            value = next.get();
        }
        return uses.size();
    }
}
