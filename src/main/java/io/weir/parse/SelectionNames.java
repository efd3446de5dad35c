package io.weir.parse;

import io.weir.rule.Condition.Quantified;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The selections that a detection's condition may name.
 *
 * @param condition the condition
 * @param selections their names
 */
record SelectionNames(Yaml.Scalar condition, Collection<String> selections, ProblemLog log) implements ConditionNames {

    /** How many selections a message names. */
    private static final int MOST_NAMED = 12;

    @Override
    public String kind() {
        return "a selection";
    }

    @Override
    public boolean haveQuantifiers() {
        return true;
    }

    @Override
    public void take(ConditionToken name) {
        if (!log.isFull() && !selections.contains(name.text())) {
            log.add(unknown(name, "no selection is called " + Quoted.of(name.text())));
        }
    }

    @Override
    public void take(ConditionToken pattern, Quantified quantified) {
        if (!log.isFull() && selections.stream().noneMatch(quantified::covers)) {
            log.add(unknown(pattern, "no selection fits " + Quoted.of(quantified.pattern())));
        }
    }

    private Problem unknown(ConditionToken word, String found) {
        var problem = Problem.at(ProblemCode.UNKNOWN_SELECTION, log.place(condition, word.offset()), found)
                .expecting(choice());
        return Nearest.fixing(problem, word.text(), selections);
    }

    private String choice() {
        if (selections.isEmpty()) {
            return "a selection";
        }
        var more = selections.size() > MOST_NAMED ? ", …" : "";
        return "one of " + selections.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more;
    }
}
