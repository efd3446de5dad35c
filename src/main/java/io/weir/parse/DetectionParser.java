package io.weir.parse;

import io.weir.rule.Condition;
import io.weir.rule.Detection;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a rule looks for (Sigma rules specification, "Detection"). */
final class DetectionParser {

    /** How many selections a detection may have. */
    private static final int MOST_SELECTIONS = 1_000;

    private static final String CONDITION = "condition";
    private static final String TIMEFRAME = "timeframe";

    private final Section rule;
    private final ProblemLog log;

    DetectionParser(Section rule) {
        this.rule = rule;
        this.log = rule.log();
    }

    /** The detection; none, and problems in the log, if any part of it is wrong. */
    Optional<Detection> parse() {
        if (!rule.has("detection")) {
            rule.miss("the rule", "detection", "a map of selections and a condition");
        }
        return rule.section("detection").flatMap(this::detection);
    }

    private Optional<Detection> detection(Section section) {
        if (section.map().entries().size() > MOST_SELECTIONS) {
            log.add(
                    ProblemCode.TOO_LARGE,
                    section.map().position(),
                    "a detection of more than " + MOST_SELECTIONS + " selections",
                    "at most " + MOST_SELECTIONS);
            return Optional.empty();
        }
        int before = log.size();
        var selections = selections(section);
        var conditions = conditions(section);
        return log.size() > before ? Optional.empty() : Optional.of(new Detection(selections, conditions));
    }

    private Map<String, Selection> selections(Section section) {
        var parser = new SelectionParser(log);
        var selections = new LinkedHashMap<String, Selection>();
        for (var entry : section.map().entries()) {
            var name = entry.key().text();
            if (isTimeframe(entry)) {
                refuseTimeframe(entry.key());
            } else if (!name.equals(CONDITION)) {
                parser.parse(name, entry.value()).ifPresent(selection -> selections.put(name, selection));
            }
        }
        if (section.keys().stream().allMatch(CONDITION::equals)) {
            log.add(
                    ProblemCode.EMPTY_VALUE,
                    section.map().position(),
                    "a detection without selections",
                    "a selection beside the condition");
        }
        return selections;
    }

    private List<Condition> conditions(Section section) {
        var names = new LinkedHashSet<>(section.keys());
        names.remove(CONDITION);
        if (!section.has(CONDITION)) {
            section.miss("the detection", CONDITION, "condition: the names of selections, joined by and, or, not");
        }
        int before = log.size();
        var texts = section.scalars(CONDITION);
        if (texts.isEmpty() && section.has(CONDITION) && log.size() == before) {
            log.add(
                    ProblemCode.EMPTY_VALUE,
                    section.positionOf(CONDITION),
                    "an empty list of conditions",
                    "a condition");
        }
        var conditions = new ArrayList<Condition>();
        for (var text : texts) {
            ConditionParser.parse(text, new SelectionNames(text, names, log), log)
                    .ifPresent(conditions::add);
        }
        return conditions;
    }

    private static boolean isTimeframe(Yaml.Entry entry) {
        return entry.key().text().equals(TIMEFRAME) && entry.value() instanceof Yaml.Scalar;
    }

    private void refuseTimeframe(Yaml.Scalar key) {
        log.add(Problem.at(
                        ProblemCode.OUTDATED_SYNTAX,
                        key.position(),
                        "'timeframe' is not supported: Sigma 2 has it no more")
                .expecting("selections and a condition")
                .fixedBy("write a correlation rule with a timespan"));
    }
}
