package io.weir.parse;

import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the entries of a map: refuses a key that stands twice, and merges what {@code <<} brings in (YAML 1.1, "merge"). */
final class MappingBuilder {

    private final ProblemLog log;
    private final Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
    private final List<Yaml> merged = new ArrayList<>();

    MappingBuilder(ProblemLog log) {
        this.log = log;
    }

    void add(Yaml key, Yaml value) {
        if (!(key instanceof Yaml.Scalar name)) {
            log.add(ProblemCode.WRONG_TYPE, key.position(), key.described() + " as a key", "text as a key");
        } else if (isMerge(name)) {
            merged.add(value);
        } else {
            add(new Yaml.Entry(name, value));
        }
    }

    Yaml.Mapping build(Position position) {
        for (var value : merged) {
            merge(value);
        }
        return new Yaml.Mapping(List.copyOf(entries.values()), position);
    }

    private void add(Yaml.Entry entry) {
        var key = entry.key();
        var first = entries.putIfAbsent(key.text(), entry);
        if (first != null) {
            log.add(Problem.at(
                            ProblemCode.DUPLICATE_KEY, key.position(), "key " + Quoted.of(key.text()) + " stands twice")
                    .expecting("each key once; the first is in line "
                            + first.key().position().line())
                    .fixedBy("put the values into one list, or rename one of the keys"));
        }
    }

    private static boolean isMerge(Yaml.Scalar key) {
        return key.text().equals("<<") && key.inset() == 0;
    }

    private void merge(Yaml value) {
        if (value instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach(entry -> entries.putIfAbsent(entry.key().text(), entry));
        } else if (value instanceof Yaml.Sequence sequence
                && sequence.items().stream().allMatch(Yaml.Mapping.class::isInstance)) {
            sequence.items().forEach(this::merge);
        } else {
            log.add(
                    ProblemCode.WRONG_TYPE,
                    value.position(),
                    value.described() + " to merge with '<<'",
                    "a map, or a list of maps");
        }
    }
}
