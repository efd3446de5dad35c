package io.weir.pipeline;

import java.util.ArrayList;
import java.util.List;

/** Changes which fields a rule wants shown: {@code add_field}, {@code remove_field}, {@code set_field}. */
public record ShowFields(How how, List<String> fields) implements PreambleTransformation {

    /** What becomes of the fields that the rule has. */
    public enum How {
        ADD,
        REMOVE,
        SET
    }

    public ShowFields {
        fields = List.copyOf(fields);
    }

    @Override
    public Preamble change(Preamble preamble, Step step) {
        var shown = new ArrayList<>(preamble.fields());
        switch (how) {
            case ADD -> shown.addAll(fields);
            case REMOVE -> fields.forEach(shown::remove);
            case SET -> {
                shown.clear();
                shown.addAll(fields);
            }
        }
        return preamble.withFields(shown);
    }
}
