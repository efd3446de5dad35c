package io.weir.pipeline;

import io.weir.pipeline.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code hashes_fields}: a field that holds hashes of several kinds, as {@code MD5=…,SHA1=…}, by one field for each kind. Hashes of
 * other kinds are left out.
 *
 * @param algorithms the kinds of hashes that there are fields for
 * @param prefix before the names of those fields
 * @param dropsAlgorithm whether the kind is no part of the name
 * @param fields which fields hold hashes of several kinds
 */
public record HashFields(List<String> algorithms, String prefix, boolean dropsAlgorithm, List<String> fields)
        implements ItemTransformation {

    private static final Map<Integer, String> ALGORITHMS_BY_LENGTH =
            Map.of(32, "MD5", 40, "SHA1", 64, "SHA256", 128, "SHA512");

    /** The field's name that stands for keywords. */
    private static final String KEYWORD = "keyword";

    /** A hash and the kind that it is of. */
    private record Hash(String algorithm, String text) {}

    public HashFields {
        algorithms = List.copyOf(algorithms);
        fields = List.copyOf(fields);
    }

    @Override
    public Node change(Item item, Step step) throws Unfit {
        boolean isText = item.values().stream().allMatch(Text.class::isInstance);
        if (!isText || !fields.contains(item.field())) {
            return new Node.Leaf(item);
        }
        var parts = new ArrayList<Node>();
        for (var field : byField(item).entrySet()) {
            var named = item.anew().withValues(field.getValue()).withField(field.getKey());
            parts.add(new Node.Leaf(named.changedBy(step.id())));
        }
        if (parts.isEmpty()) {
            throw new Unfit(
                    item.position(),
                    "no hash of a kind that there is a field for: " + String.join(", ", algorithms),
                    "");
        }
        return new Node.Group(item.all() != item.negated(), parts);
    }

    private Map<String, List<Value>> byField(Item item) {
        var byField = new LinkedHashMap<String, List<Value>>();
        for (var value : item.values()) {
            var text = (Text) value;
            hash(text.text().plain())
                    .filter(hash -> !name(hash).isEmpty())
                    .ifPresent(hash -> byField.computeIfAbsent(
                                    name(hash).equals(KEYWORD) ? "" : name(hash), field -> new ArrayList<>())
                            .add(text.with(ValueText.parse(hash.text()))));
        }
        return byField;
    }

    private String name(Hash hash) {
        return prefix + (dropsAlgorithm ? "" : hash.algorithm());
    }

    /** The hash, or none of a kind that has no field. Without a kind its length tells. */
    private Optional<Hash> hash(String text) {
        var parts = text.split(text.contains("|") ? "\\|" : "=", -1);
        var hash = parts.length == 2
                ? new Hash(stripped(parts[0], "*", "").toUpperCase(Locale.ROOT), stripped(parts[1], "*?", "*?"))
                : ofLength(stripped(parts[0], "*?", "*?"));
        return algorithms.contains(hash.algorithm()) ? Optional.of(hash) : Optional.empty();
    }

    private static Hash ofLength(String text) {
        return new Hash(ALGORITHMS_BY_LENGTH.getOrDefault(text.length(), ""), text);
    }

    private static String stripped(String text, String before, String after) {
        int from = 0;
        int to = text.length();
        while (from < to && before.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && after.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
