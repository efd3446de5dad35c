package io.weir.parse;

import io.weir.rule.DetectionRule;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleHeader;
import io.weir.rule.SigmaRule;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one document: a detection rule, a correlation rule or a filter. What else Sigma files may hold is refused by its name. */
final class DocumentParser {

    private static final Set<String> KEYS = Set.of(
            "title",
            "id",
            "name",
            "taxonomy",
            "status",
            "description",
            "author",
            "references",
            "tags",
            "fields",
            "falsepositives",
            "level",
            "logsource",
            "detection",
            "correlation",
            "generate",
            "filter");

    private final Section rule;
    private final ProblemLog log;

    private DocumentParser(Section rule) {
        this.rule = rule;
        this.log = rule.log();
    }

    /** Whether the document is a filter, not a rule. */
    static boolean isFilter(Yaml document) {
        return document instanceof Yaml.Mapping mapping
                && mapping.find("filter").isPresent()
                && mapping.find("detection").isEmpty();
    }

    /** The rule of a document; none, and problems in the log, if anything is wrong with it. */
    static Optional<SigmaRule> parse(Yaml document, ProblemLog log) {
        if (document instanceof Yaml.Mapping mapping) {
            log.isOf(label(mapping));
            return new DocumentParser(new Section(mapping, log)).parse();
        }
        log.add(
                ProblemCode.NO_RULE,
                document.position(),
                document.described() + " instead of a rule",
                "a map with title, logsource, detection");
        return Optional.empty();
    }

    /** What a document that is refused says of itself, or null where it is not even a map. What is wrong in it has been told. */
    static @Nullable RuleHeader header(Yaml document, SourceText source) {
        return document instanceof Yaml.Mapping mapping
                ? new HeaderParser(new Section(mapping, new ProblemLog(source))).parse()
                : null;
    }

    /** The filter of a document that {@link #isFilter}; none, and problems in the log, if anything is wrong with it. */
    static Optional<Filter> parseFilter(Yaml document, ProblemLog log) {
        var mapping = (Yaml.Mapping) document;
        log.isOf(label(mapping));
        var section = new Section(mapping, log);
        var parser = new DocumentParser(section);
        if (parser.isCollection()) {
            return Optional.empty();
        }
        parser.refuseCapitals();
        if (!section.has("filter")) {
            log.add(
                    ProblemCode.EMPTY_VALUE,
                    section.positionOf("filter"),
                    "an empty filter",
                    "a map with rules, selections, condition");
        }
        return new FilterParser(section)
                .parse(new HeaderParser(section).parse())
                .filter(whole -> log.isEmpty());
    }

    private Optional<SigmaRule> parse() {
        if (isCollection()) {
            return Optional.empty();
        }
        refuseCapitals();
        var header = new HeaderParser(rule).parse();
        Optional<SigmaRule> parsed =
                rule.map().find("correlation").isPresent() ? correlation(header) : detection(header);
        return parsed.filter(whole -> log.isEmpty());
    }

    private Optional<SigmaRule> detection(RuleHeader header) {
        if (rule.has("filter")) {
            log.add(
                    ProblemCode.CONFLICTING_KEYS,
                    rule.positionOf("filter"),
                    "'filter' in a rule",
                    "a document of its own for each filter");
        }
        var logSource = new LogSourceParser(rule).parse();
        return DetectionParser.ofRule(rule).map(detection -> new DetectionRule(header, logSource, detection));
    }

    private Optional<SigmaRule> correlation(RuleHeader header) {
        if (!rule.has("correlation")) {
            log.add(
                    ProblemCode.EMPTY_VALUE,
                    rule.positionOf("correlation"),
                    "an empty correlation",
                    "a map with type, rules, timespan");
        }
        return new CorrelationParser(rule).parse(header).map(SigmaRule.class::cast);
    }

    private boolean isCollection() {
        if (rule.has("action")) {
            log.add(Problem.at(
                            ProblemCode.OUTDATED_SYNTAX,
                            rule.positionOf("action"),
                            "collections of rules ('action') are not supported by this version")
                    .expecting("documents that are whole rules: Sigma 2 has no action any more")
                    .fixedBy("write the common keys into each document"));
        }
        return rule.has("action");
    }

    /** A key in capitals would be a custom field: legal, and without effect. */
    private void refuseCapitals() {
        for (var entry : rule.map().entries()) {
            var key = entry.key();
            if (KEYS.contains(key.text())) {
                continue;
            }
            KEYS.stream()
                    .filter(known -> known.equalsIgnoreCase(key.text()))
                    .forEach(known -> log.add(Problem.at(
                                    ProblemCode.KEY_NOT_LOWER_CASE,
                                    key.position(),
                                    "key " + Quoted.of(key.text()) + " is not in lower case")
                            .expecting("the keys of Sigma, which are in lower case")
                            .fixedBy("write " + known)));
        }
    }

    private static String label(Yaml.Mapping mapping) {
        return RuleLabel.of(text(mapping, "title"), text(mapping, "id"));
    }

    private static String text(Yaml.Mapping mapping, String key) {
        return mapping.find(key).map(Yaml.Entry::value).orElse(null) instanceof Yaml.Scalar scalar && !scalar.isNull()
                ? scalar.text()
                : "";
    }
}
