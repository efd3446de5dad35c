package io.weir.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 * @param attributes all that the document says under keys that hold a value or a list of values, keys of one's own included
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
        Map<String, Attribute> attributes,
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
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Whether a reference means this rule: by its id in any case, or by its name. */
    public boolean isMeantBy(String reference) {
        return id.equalsIgnoreCase(reference) || (!name.isEmpty() && name.equals(reference));
    }

    /** The same header with another hash of the rule's content. */
    public RuleHeader withHash(String other) {
        return with(fields, other);
    }

    /** The same header with other fields to be shown. */
    public RuleHeader withFields(List<String> others) {
        return with(others, hash);
    }

    private RuleHeader with(List<String> someFields, String someHash) {
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
                someFields,
                attributes,
                someHash,
                position);
    }

    /** Title and id in one line, as messages name a rule. */
    public String label() {
        return title.isEmpty() ? id : title + " (" + id + ")";
    }
}
