package io.weir.rule;

import java.util.List;

/**
 * One line of a selection: {@code field|modifier|…: values} (Sigma rules specification, "Detection Item").
 *
 * @param field the field's Sigma name as written, or empty for keywords, which are searched in all values
 * @param modifiers in the order written; the parser has refused unknown ones and those that do not go together
 * @param values at least one; joined by or, or by and where {@link Modifier#ALL} is among the modifiers
 * @param position where the item begins
 */
public record DetectionItem(String field, List<Modifier> modifiers, List<SigmaValue> values, Position position) {

    public DetectionItem {
        modifiers = List.copyOf(modifiers);
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a detection item has a value");
        }
    }

    /** Whether the item is searched in all values of the event. */
    public boolean isKeyword() {
        return field.isEmpty();
    }

    /** Whether the item carries that modifier. */
    public boolean has(Modifier modifier) {
        return modifiers.contains(modifier);
    }
}
