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
import java.util.Set;

/** Reads what a rule or a filter looks for (Sigma rules specification, "Detection"). */
final class DetectionParser {

    /** How many selections a detection may have. */
    private static final int MOST_SELECTIONS = 1_000;

    private static final String CONDITION = "condition";
    private static final String TIMEFRAME = "timeframe";

    private final Section section;
    private final String owner;
    private final Set<String> otherKeys;
    private final ProblemLog log;

    private DetectionParser(Section section, String owner, Set<String> otherKeys) {
        this.section = section;
        this.owner = owner;
        this.otherKeys = otherKeys;
        this.log = section.log();
    }

    /** The detection of a rule; none, and problems in the log, if any part of it is wrong. */
    static Optional<Detection> ofRule(Section rule) {
        if (!rule.has("detection")) {
            rule.miss("the rule", "detection", "a map of selections and a condition");
        }
        return rule.section("detection")
                .flatMap(section -> new DetectionParser(section, "the detection", Set.of()).parse());
    }

    /** The selections and the one condition of a filter; none, and problems in the log, if any part of them is wrong. */
    static Optional<Detection> ofFilter(Section filter) {
        filter.find(CONDITION)
                .filter(Yaml.Sequence.class::isInstance)
                .ifPresent(list -> filter.log()
                        .add(
                                ProblemCode.INVALID_FILTER,
                                list.position(),
                                "a filter with a list of conditions",
                                "one condition"));
        return new DetectionParser(filter, "the filter", Set.of(FilterParser.RULES)).parse();
    }

    private Optional<Detection> parse() {
        if (section.map().entries().size() > MOST_SELECTIONS) {
            log.add(
                    ProblemCode.TOO_LARGE,
                    section.map().position(),
                    "a detection of more than " + MOST_SELECTIONS + " selections",
                    "at most " + MOST_SELECTIONS);
            return Optional.empty();
        }
        int before = log.size();
        var selections = selections();
        var conditions = conditions();
        return log.size() > before ? Optional.empty() : Optional.of(new Detection(selections, conditions));
    }

    private Map<String, Selection> selections() {
        var parser = new SelectionParser(log);
        var selections = new LinkedHashMap<String, Selection>();
        for (var entry : section.map().entries()) {
            var name = entry.key().text();
            if (isTimeframe(entry)) {
                refuseTimeframe(entry.key());
            } else if (isSelection(name)) {
                parser.parse(name, entry.value()).ifPresent(selection -> selections.put(name, selection));
            }
        }
        if (section.keys().stream().noneMatch(this::isSelection)) {
            log.add(
                    ProblemCode.EMPTY_VALUE,
                    section.map().position(),
                    owner.replace("the ", "a ") + " without selections",
                    "a selection beside the condition");
        }
        return selections;
    }

    private boolean isSelection(String key) {
        return !key.equals(CONDITION) && !otherKeys.contains(key);
    }

    private List<Condition> conditions() {
        var names = new LinkedHashSet<>(section.keys());
        names.removeIf(key -> !isSelection(key));
        if (!section.has(CONDITION)) {
            section.miss(owner, CONDITION, "condition: the names of selections, joined by and, or, not");
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
