package io.weir.parse;

import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleHeader;
import io.weir.rule.RuleReference;
import java.util.List;
import java.util.Optional;

/** Reads a filter (Sigma filters specification). */
final class FilterParser {

    /** The key under which a filter says which rules it is for. */
    static final String RULES = "rules";

    /** What stands there in place of a list where it is for all rules of its log source. */
    static final String ANY = "any";

    private static final String WHICH_RULES = "any, or a list of ids or names of rules";

    private final Section document;
    private final ProblemLog log;

    FilterParser(Section document) {
        this.document = document;
        this.log = document.log();
    }

    /** The filter; none, and problems in the log, if any part of it is wrong. */
    Optional<Filter> parse(RuleHeader header) {
        for (var key : List.of("detection", "correlation")) {
            if (document.has(key)) {
                log.add(
                        ProblemCode.CONFLICTING_KEYS,
                        document.positionOf(key),
                        "'" + key + "' in a filter",
                        "a document of its own for each");
            }
        }
        var logSource = new LogSourceParser(document).parse();
        return document.section("filter").flatMap(section -> {
            boolean isForAny = isForAny(section);
            var rules = isForAny ? List.<RuleReference>of() : rules(section);
            var place =
                    section.find(RULES).map(Yaml::position).orElse(section.map().position());
            return DetectionParser.ofFilter(section)
                    .map(detection -> new Filter(header, logSource, isForAny, rules, place, detection, log));
        });
    }

    private static boolean isForAny(Section section) {
        return section.find(RULES).orElse(null) instanceof Yaml.Scalar word
                && word.text().equalsIgnoreCase(ANY);
    }

    private List<RuleReference> rules(Section section) {
        if (!section.has(RULES)) {
            section.miss("the filter", RULES, WHICH_RULES);
        }
        int before = log.size();
        var references = section.scalars(RULES);
        if (references.isEmpty() && section.has(RULES) && log.size() == before) {
            log.add(Problem.at(ProblemCode.EMPTY_VALUE, section.positionOf(RULES), "a filter of no rules")
                    .expecting(WHICH_RULES)
                    .fixedBy("for all rules of the log source, write rules: any"));
        }
        for (var reference : references) {
            if (reference.text().isBlank()) {
                log.add(
                        ProblemCode.EMPTY_VALUE,
                        reference.position(),
                        "an empty reference",
                        "the id or the name of a rule");
            }
        }
        return references.stream()
                .map(reference -> new RuleReference(reference.text(), reference.position()))
                .toList();
    }
}
