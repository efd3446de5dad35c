package io.weir.parse;

import io.weir.rule.LogSource;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads which events a rule looks at (Sigma rules specification, "LogSource"). */
final class LogSourceParser {

    private static final List<String> PARTS = List.of("category", "product", "service");

    private final Section rule;

    LogSourceParser(Section rule) {
        this.rule = rule;
    }

    /** The log source; where the log has problems now, parts of it may be empty. */
    LogSource parse() {
        if (!rule.has("logsource")) {
            rule.miss("the rule", "logsource", "a map of product, category and service, or some of them");
        }
        var section = rule.section("logsource");
        int before = rule.log().size();
        section.ifPresent(LogSourceParser::refuseSlips);
        var source = new LogSource(
                section.map(parts -> part(parts, "product")).orElse(""),
                section.map(parts -> part(parts, "category")).orElse(""),
                section.map(parts -> part(parts, "service")).orElse(""),
                rule.positionOf("logsource"));
        section.filter(parts -> saysNothing(source) && rule.log().size() == before)
                .ifPresent(LogSourceParser::refuseSilence);
        return source;
    }

    private static String part(Section section, String name) {
        return section.textOrNothing(name).toLowerCase(Locale.ROOT);
    }

    private static boolean saysNothing(LogSource source) {
        return Stream.of(source.product(), source.category(), source.service()).allMatch(String::isEmpty);
    }

    private static void refuseSilence(Section section) {
        section.log()
                .add(
                        ProblemCode.EMPTY_VALUE,
                        section.map().position(),
                        "a log source that says nothing",
                        "product, category or service");
    }

    private static void refuseSlips(Section section) {
        section.map().entries().forEach(entry -> refuseSlip(section, entry.key()));
    }

    /** Other keys are legal, but a slip of the pen would make the rule look at every event. */
    private static void refuseSlip(Section section, Yaml.Scalar key) {
        if (!PARTS.contains(key.text())) {
            Nearest.within(key.text(), PARTS, 2)
                    .ifPresent(meant -> section.log()
                            .add(Problem.at(
                                            ProblemCode.UNKNOWN_KEY,
                                            key.position(),
                                            "unknown key " + Quoted.of(key.text()) + " of a log source")
                                    .expecting("category, product, service or definition")
                                    .fixedBy("write " + meant)));
        }
    }
}
