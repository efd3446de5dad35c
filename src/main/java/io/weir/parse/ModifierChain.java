package io.weir.parse;

import io.weir.rule.Modifier;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
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
        var path = path(raw);
        return path.size() > uses.size() ? Optional.of(path.get(uses.size())) : Optional.empty();
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
        int most = Operand.RAW.stream().mapToInt(this::steps).max().orElseThrow();
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

    /** What the value is before the first modifier, after it, and so on until one does not take it. */
    private List<Operand> path(Operand raw) {
        var path = new ArrayList<>(List.of(raw));
        for (var use : uses) {
            var next = path.get(path.size() - 1).after(use.modifier());
            if (next.isEmpty()) {
                return path;
            }
            path.add(next.get());
        }
        return path;
    }

    private int steps(Operand raw) {
        return path(raw).size() - 1;
    }
}
