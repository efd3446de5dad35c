package io.weir.rule;

import java.util.List;

/**
 * What every rule says of itself, whatever its kind (Sigma rules specification, "Components").
 * Texts that a rule does not have are empty, never null.
 *
 * @param id the rule's {@code id} in lower case; for a rule without one, a UUID made of its content
 * @param name the unique {@code name} that correlations may refer to, or empty
 * @param title one line for people
 * @param description what the rule detects
 * @param author who wrote it
 * @param status {@code stable}, {@code test}, {@code experimental}, {@code deprecated}, {@code unsupported}, or empty
 * @param level how bad a match is
 * @param tags namespaced tags as written, such as {@code attack.t1218}
 * @param references links, as written
 * @param falsePositives known harmless causes
 * @param fields the fields that the author wants shown with a match
 * @param hash SHA-256, in hexadecimal, of what the rule's YAML document says, all keys included, whatever its comments, layout and
 *     quotes; where filters or pipelines changed the rule, its {@link ContentHash}: two rules with one hash mean the same
 * @param position where the rule begins
 */
public record RuleHeader(
        String id,
        String name,
        String title,
        String description,
        String author,
        String status,
        Level level,
        List<String> tags,
        List<String> references,
        List<String> falsePositives,
        List<String> fields,
        String hash,
        Position position) {

    public RuleHeader {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a rule has an id");
        }
        tags = List.copyOf(tags);
        references = List.copyOf(references);
        falsePositives = List.copyOf(falsePositives);
        fields = List.copyOf(fields);
    }

    /** The header of the same rule with another hash of its content. */
    public RuleHeader withHash(String other) {
        return new RuleHeader(
                id,
                name,
                title,
                description,
                author,
                status,
                level,
                tags,
                references,
                falsePositives,
                fields,
                other,
                position);
    }

    /** Title and id in one line, as messages name a rule. */
    public String label() {
        return title.isEmpty() ? id : title + " (" + id + ")";
    }
}
