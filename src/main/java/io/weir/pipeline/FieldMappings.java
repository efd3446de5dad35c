package io.weir.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which fields of a rule's items were mapped to which, over several mappings in a row. */
final class FieldMappings {

    private final Map<String, Set<String>> targets = new HashMap<>();
    private final Map<String, Set<String>> sources = new HashMap<>();

    /** Says that a field became others, be it one that others became before. */
    void add(String field, List<String> names) {
        Optional.ofNullable(sources.remove(field)).ifPresent(first -> {
            for (var source : first) {
                var reached = targets.computeIfAbsent(source, name -> new HashSet<>());
                reached.remove(field);
                reached.addAll(names);
            }
            names.forEach(name -> sourcesOf(name).addAll(first));
        });
        targets.computeIfAbsent(field, name -> new HashSet<>()).addAll(names);
        names.forEach(name -> sourcesOf(name).add(field));
    }

    private Set<String> sourcesOf(String name) {
        return sources.computeIfAbsent(name, target -> new HashSet<>());
    }

    /** Whether the field is one that was mapped, or one that it was mapped to. */
    boolean has(String field) {
        return targets.containsKey(field) || sources.containsKey(field);
    }

    void takeOver(FieldMappings nested) {
        nested.targets.forEach((field, names) -> add(field, new ArrayList<>(names)));
    }
}
