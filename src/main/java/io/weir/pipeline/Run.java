package io.weir.pipeline;

import io.weir.rule.SigmaValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one run of a pipeline over one rule remembers from transformation to transformation. */
final class Run {

    private final Map<String, List<SigmaValue>> vars;
    private final Map<String, SigmaValue> state = new HashMap<>();
    private final Map<String, Set<String>> changesOfFields = new HashMap<>();
    private final FieldMappings mappings = new FieldMappings();

    /** A run with those variables for placeholders. */
    Run(Map<String, List<SigmaValue>> vars) {
        this.vars = vars;
    }

    Optional<List<SigmaValue>> variable(String name) {
        return Optional.ofNullable(vars.get(name));
    }

    Optional<SigmaValue> state(String key) {
        return Optional.ofNullable(state.get(key));
    }

    void setState(String key, SigmaValue value) {
        state.put(key, value);
    }

    /** Which fields of items became which. */
    FieldMappings mappings() {
        return mappings;
    }

    /** Says that a field's name, other than that of an item, became others by that transformation. */
    void renamed(String field, List<String> names, String id) {
        if (!names.equals(List.of(field))) {
            var changes = Optional.ofNullable(changesOfFields.remove(field)).orElseGet(HashSet::new);
            if (!id.isEmpty()) {
                changes.add(id);
            }
            names.forEach(name -> changesOfFields.put(name, new HashSet<>(changes)));
        }
    }

    /** Whether the transformation of that id made that name, other than of an item, what it is. */
    boolean wasRenamed(String field, String id) {
        return changesOfFields.getOrDefault(field, Set.of()).contains(id);
    }

    /** Takes over what the run of a nested pipeline remembers. */
    void takeOver(Run nested) {
        state.putAll(nested.state);
        changesOfFields.putAll(nested.changesOfFields);
        mappings.takeOver(nested.mappings);
    }
}
