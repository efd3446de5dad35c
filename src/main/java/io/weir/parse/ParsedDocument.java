package io.weir.parse;

import io.weir.rule.SigmaRule;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one document of a rule file says, read apart from all others.
 *
 * @param value the document; null where it is no YAML
 * @param log what is wrong in it
 */
record ParsedDocument(
        @Nullable Yaml value,
        @Nullable SigmaRule parsedRule,
        @Nullable Filter parsedFilter,
        ProblemLog log) {

    static ParsedDocument of(DocumentText document) {
        var log = new ProblemLog(document.source());
        var value = YamlReader.read(document, log).orElse(null);
        if (value == null) {
            log.isOf(document.label());
            return new ParsedDocument(null, null, null, log);
        }
        return DocumentParser.isFilter(value)
                ? new ParsedDocument(
                        value, null, DocumentParser.parseFilter(value, log).orElse(null), log)
                : new ParsedDocument(value, DocumentParser.parse(value, log).orElse(null), null, log);
    }

    /** The rule, where it is one that can be read. */
    Optional<SigmaRule> rule() {
        return Optional.ofNullable(parsedRule);
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
