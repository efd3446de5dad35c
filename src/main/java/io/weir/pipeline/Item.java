package io.weir.pipeline;

import io.weir.rule.DetectionItem;
import io.weir.rule.Modifier;
import io.weir.rule.Position;
import io.weir.rule.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A detection item while pipelines work on it.
 *
 * @param field its field now, or empty for keywords
 * @param all whether all values must fit
 * @param negated whether the item is true where it would be false
 * @param values what the field is compared with now, modifiers applied
 * @param written the item as a rule or a pipeline wrote it
 * @param isAsWritten whether the values are still those
 * @param applied the ids of the transformations that changed it
 */
record Item(
        String field,
        boolean all,
        boolean negated,
        List<Value> values,
        DetectionItem written,
        boolean isAsWritten,
        Set<String> applied) {

    Item {
        values = List.copyOf(values);
        applied = Set.copyOf(applied);
    }

    static Item of(DetectionItem written) {
        return new Item(
                written.field(),
                written.has(Modifier.ALL),
                written.has(Modifier.NEQ),
                ModifiedValues.of(written),
                written,
                true,
                Set.of());
    }

    boolean isKeyword() {
        return field.isEmpty();
    }

    Position position() {
        return written.position();
    }

    Item withField(String other) {
        return new Item(other, all, negated, values, written, isAsWritten, applied);
    }

    Item withValues(List<Value> others) {
        return new Item(field, all, negated, others, written, isAsWritten && others.equals(values), applied);
    }

    /** The item with one more transformation to its name; one without an id leaves no trace. */
    Item changedBy(String id) {
        if (id.isEmpty() || applied.contains(id)) {
            return this;
        }
        var more = new HashSet<>(applied);
        more.add(id);
        return new Item(field, all, negated, values, written, isAsWritten, more);
    }

    /** The item with no transformation to its name, as pySigma makes one when it puts several in the place of one. */
    Item anew() {
        return new Item(field, all, negated, values, written, isAsWritten, Set.of());
    }

    /** The item as a rule says it. */
    Selection raised() {
        return isAsWritten
                ? new Selection.Test(
                        new DetectionItem(field, written.modifiers(), written.values(), written.position()))
                : new RaisedItem(this).selection();
    }
}
