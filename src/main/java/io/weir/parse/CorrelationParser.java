package io.weir.parse;

import io.weir.rule.CorrelationPlaces;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import io.weir.rule.Link;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleHeader;
import io.weir.rule.Timespan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a correlation (Sigma correlation rules specification). */
final class CorrelationParser {

    private static final List<String> KEYS =
            List.of("type", "rules", "group-by", "timespan", "condition", "aliases", "generate", "link");

    private static final List<String> TYPES =
            Arrays.stream(CorrelationType.values()).map(CorrelationType::label).toList();

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
                log.add(
                        ProblemCode.CONFLICTING_KEYS,
                        rule.positionOf(key),
                        "'" + key + "' in a correlation",
                        "a document of its own for each rule");
            }
        }
        return rule.section("correlation").flatMap(section -> correlation(section, header));
    }

    private Optional<CorrelationRule> correlation(Section section, RuleHeader header) {
        int before = log.size();
        refuseUnknown(section);
        var type = type(section);
        var listed = ListedRules.read(section);
        var groupBy = FieldNames.read(section, "group-by");
        var timespan = timespan(section);
        var link = link(section);
        boolean generate = generate(section);
        var aliases = Aliases.read(section);
        var condition = type.flatMap(known -> new CorrelationConditionParser(section, known).parse(listed.size()));
        condition.ifPresent(read -> aliases.refuseUnused(groupBy, read.condition()));
        if (log.size() > before || type.isEmpty() || condition.isEmpty() || timespan.isEmpty()) {
            return Optional.empty();
        }
        var read = condition.get();
        return Optional.of(new CorrelationRule(
                header,
                type.get(),
                listed.isEmpty() ? read.mentions() : listed,
                List.copyOf(groupBy.keySet()),
                aliases.fields(),
                timespan.get(),
                read.condition(),
                link,
                generate,
                places(section, header, groupBy, aliases, read)));
    }

    private CorrelationPlaces places(
            Section section,
            RuleHeader header,
            Map<String, Position> groupBy,
            Aliases aliases,
            CorrelationConditionParser.Read read) {
        var fields = new LinkedHashMap<>(aliases.places());
        groupBy.forEach(fields::putIfAbsent);
        read.fields().forEach(fields::putIfAbsent);
        var mentions = Stream.concat(read.mentions().stream(), aliases.mentions().stream());
        return new CorrelationPlaces(
                section.find("condition").map(Yaml::position).orElse(header.position()),
                section.find("timespan").map(Yaml::position).orElse(header.position()),
                fields,
                mentions.toList());
    }

    private void refuseUnknown(Section section) {
        for (var entry : section.map().entries()) {
            var key = entry.key();
            if (!KEYS.contains(key.text())) {
                log.add(Nearest.fixing(
                        Problem.at(
                                        ProblemCode.UNKNOWN_KEY,
                                        key.position(),
                                        "unknown key " + Quoted.of(key.text()) + " of a correlation")
                                .expecting("one of " + String.join(", ", KEYS)),
                        key.text(),
                        KEYS));
            }
        }
    }

    private Optional<CorrelationType> type(Section section) {
        if (!section.has("type")) {
            section.miss("the correlation", "type", "one of " + String.join(", ", TYPES));
        }
        return section.text("type").flatMap(this::known);
    }

    private Optional<CorrelationType> known(Yaml.Scalar written) {
        var type = CorrelationType.of(written.text());
        if (type.isEmpty()) {
            log.add(unknown(written));
        }
        return type;
    }

    private static Problem unknown(Yaml.Scalar type) {
        var quoted = "correlation type " + Quoted.of(type.text());
        var expected = "one of " + String.join(", ", TYPES);
        return type.text().equals("value_median")
                ? Problem.at(ProblemCode.UNKNOWN_CORRELATION_TYPE, type.position(), quoted + " is not one of Sigma's")
                        .expecting(expected)
                        .fixedBy("write value_percentile, and percentile: 50 in the condition")
                : Nearest.fixing(
                        Problem.at(ProblemCode.UNKNOWN_CORRELATION_TYPE, type.position(), "unknown " + quoted)
                                .expecting(expected),
                        type.text(),
                        TYPES);
    }

    private Optional<Timespan> timespan(Section section) {
        if (!section.has("timespan")) {
            section.miss("the correlation", "timespan", "a number and s, m, h or d, such as 15m");
        }
        return section.scalar("timespan").flatMap(scalar -> TimespanParser.parse(scalar, log));
    }

    private Link link(Section section) {
        return section.text("link")
                .map(text -> {
                    var link = Link.of(text.text());
                    if (link.isEmpty()) {
                        log.add(
                                ProblemCode.UNKNOWN_LINK,
                                text.position(),
                                "unknown link " + Quoted.of(text.text()),
                                "process or process-tree");
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
                    ProblemCode.CONFLICTING_KEYS,
                    rule.positionOf("generate"),
                    "two different 'generate'",
                    "one, inside the correlation or beside it");
        }
        return inside.or(() -> beside).orElse(false);
    }
}
