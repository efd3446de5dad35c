package io.weir.parse;

import io.weir.rule.RuleHeader;
import io.weir.rule.SigmaRule;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one document of a rule file says, read apart from all others.
 *
 * @param value the document; null where it is no YAML
 * @param refusedHeader what a rule says of itself that can't be read
 * @param log what is wrong in it
 */
record ParsedDocument(
        @Nullable Yaml value,
        @Nullable SigmaRule parsedRule,
        @Nullable RuleHeader refusedHeader,
        @Nullable Filter parsedFilter,
        ProblemLog log) {

    static ParsedDocument of(DocumentText document) {
        var log = new ProblemLog(document.source());
        var value = YamlReader.read(document, log).orElse(null);
        if (value == null) {
            log.isOf(document.label());
            return new ParsedDocument(null, null, null, null, log);
        }
        if (DocumentParser.isFilter(value)) {
            var filter = DocumentParser.parseFilter(value, log).orElse(null);
            return new ParsedDocument(value, null, null, filter, log);
        }
        var rule = DocumentParser.parse(value, log).orElse(null);
        var refused = rule == null ? DocumentParser.header(value, document.source()) : null;
        return new ParsedDocument(value, rule, refused, null, log);
    }

    /** The rule, where it is one that can be read. */
    Optional<SigmaRule> rule() {
        return Optional.ofNullable(parsedRule);
    }

    /** What a rule that can't be read says of itself, as far as that can be: others may refer to it. */
    Optional<RuleHeader> refused() {
        return Optional.ofNullable(refusedHeader);
    }

    /** The filter, where it is one that can be read. */
    Optional<Filter> filter() {
        return Optional.ofNullable(parsedFilter);
    }

    /** The document, as YAML; there is one where there is a rule or a filter. */
    Yaml yaml() {
        return Objects.requireNonNull(value);
    }
}
