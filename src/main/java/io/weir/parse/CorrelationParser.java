package io.weir.parse;

import io.weir.rule.Comparison;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import io.weir.rule.Link;
import io.weir.rule.Problem;
import io.weir.rule.RuleHeader;
import io.weir.rule.RuleReference;
import io.weir.rule.Timespan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a correlation (Sigma correlation rules specification). This version runs {@code temporal_ordered}; what else Sigma has is
 * refused by its name.
 */
final class CorrelationParser {

    private static final List<String> KEYS =
            List.of("type", "rules", "group-by", "timespan", "condition", "aliases", "generate", "link");

    private static final List<String> OTHER_TYPES = List.of(
            "event_count", "value_count", "temporal", "value_sum", "value_avg", "value_percentile", "value_median");

    private final Section rule;
    private final ProblemLog log;

    CorrelationParser(Section rule) {
        this.rule = rule;
        this.log = rule.log();
    }

    /** The rule; none, and problems in the log, if any part of it is wrong. */
    Optional<CorrelationRule> parse(RuleHeader header) {
        for (var key : List.of("detection", "logsource")) {
            if (rule.has(key)) {
                log.add(rule.positionOf(key), "'" + key + "' in a correlation", "a document of its own for each rule");
            }
        }
        return rule.section("correlation").flatMap(section -> correlation(section, header));
    }

    private Optional<CorrelationRule> correlation(Section section, RuleHeader header) {
        int before = log.size();
        refuseUnknown(section);
        var type = type(section);
        var steps = steps(section);
        var timespan = timespan(section);
        var link = link(section);
        boolean generate = generate(section);
        refuseAliases(section);
        new CorrelationCondition(section, steps.size()).check();
        if (log.size() > before) {
            return Optional.empty();
        }
        return type.flatMap(known -> timespan.map(span -> new CorrelationRule(
                header, known, steps, section.texts("group-by"), Map.of(), span, every(steps), link, generate)));
    }

    /** The condition of the temporal types where the rule has none: all rules have matched. */
    private static io.weir.rule.CorrelationCondition every(List<RuleReference> steps) {
        var all = new Comparison(Comparison.Operator.GTE, BigDecimal.valueOf(steps.size()));
        return new io.weir.rule.CorrelationCondition.Measured(List.of(all), List.of(), BigDecimal.ZERO);
    }

    private void refuseUnknown(Section section) {
        for (var entry : section.map().entries()) {
            var key = entry.key();
            if (!KEYS.contains(key.text())) {
                var problem = Problem.at(key.position(), "unknown key " + Quoted.of(key.text()) + " of a correlation")
                        .expecting("one of " + String.join(", ", KEYS));
                log.add(Nearest.to(key.text(), KEYS)
                        .map(meant -> problem.fixedBy("write " + meant))
                        .orElse(problem));
            }
        }
    }

    private Optional<CorrelationType> type(Section section) {
        if (!section.has("type")) {
            section.miss("the correlation", "type", CorrelationType.TEMPORAL_ORDERED.label());
        }
        return section.text("type").flatMap(this::known);
    }

    private Optional<CorrelationType> known(Yaml.Scalar type) {
        if (type.text().equals(CorrelationType.TEMPORAL_ORDERED.label())) {
            return Optional.of(CorrelationType.TEMPORAL_ORDERED);
        }
        boolean other = OTHER_TYPES.contains(type.text());
        var found = (other ? "" : "unknown ") + "correlation type " + Quoted.of(type.text())
                + (other ? " is not supported by this version" : "");
        log.add(type.position(), found, CorrelationType.TEMPORAL_ORDERED.label());
        return Optional.empty();
    }

    private List<RuleReference> steps(Section section) {
        if (!section.has("rules")) {
            section.miss("the correlation", "rules", "a list of ids or names of rules");
        }
        var references = section.scalars("rules");
        for (var reference : references) {
            if (reference.text().isBlank()) {
                log.add(reference.position(), "an empty reference", "the id or the name of a rule");
            }
        }
        if (references.isEmpty() && section.has("rules")) {
            log.add(section.positionOf("rules"), "a correlation of no rules", "a list of ids or names of rules");
        }
        return references.stream()
                .map(reference -> new RuleReference(reference.text(), reference.position()))
                .toList();
    }

    private Optional<Timespan> timespan(Section section) {
        if (!section.has("timespan")) {
            section.miss("the correlation", "timespan", "a number and s, m, h or d, such as 15m");
        }
        return section.scalars("timespan").stream().findFirst().flatMap(scalar -> TimespanParser.parse(scalar, log));
    }

    private Link link(Section section) {
        return section.text("link")
                .map(text -> {
                    var link = Link.of(text.text());
                    if (link.isEmpty()) {
                        log.add(text.position(), "unknown link " + Quoted.of(text.text()), "process or process-tree");
                    }
                    return link.orElse(Link.NONE);
                })
                .orElse(Link.NONE);
    }

    /** The specification puts {@code generate} beside {@code correlation}, pySigma inside it: either will do. */
    private boolean generate(Section section) {
        var inside = section.flag("generate");
        var beside = rule.flag("generate");
        if (inside.isPresent() && beside.isPresent() && !inside.equals(beside)) {
            log.add(
                    rule.positionOf("generate"),
                    "two different 'generate'",
                    "one, inside the correlation or beside it");
        }
        return inside.or(() -> beside).orElse(false);
    }

    private void refuseAliases(Section section) {
        if (section.has("aliases")) {
            log.add(
                    section.positionOf("aliases"),
                    "field name aliases ('aliases') are not supported by this version",
                    "fields of the same name in all rules of the correlation");
        }
    }
}
