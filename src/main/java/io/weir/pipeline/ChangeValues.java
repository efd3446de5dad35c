package io.weir.pipeline;

import io.weir.rule.Modifier;
import java.util.ArrayList;
import java.util.List;

/** Changes the values of items, each for itself; a value may become several, or none. */
public record ChangeValues(ValueChange change) implements ItemTransformation {
    @Override
    public Node change(Item item, Step step) throws Unfit {
        boolean changes = false;
        long characters = 0;
        var values = new ArrayList<Value>();
        for (var value : item.values()) {
            var changed = change.apply(value, step);
            changes |= changed.isPresent();
            for (var one : changed.orElseGet(() -> List.of(value))) {
                values.add(bounded(one));
                characters += changed.isPresent() ? Bounds.length(one) : 0;
            }
            Bounds.characters(characters, item.position());
            Bounds.values(values.size(), item);
        }
        if (changes) {
            refuseAnchoredKeyword(item);
        }
        return new Node.Leaf(changes ? item.withValues(values).changedBy(step.id()) : item);
    }

    /** Keywords are found anywhere; where one is not, Sigma has no words for it with another value. */
    private static void refuseAnchoredKeyword(Item item) throws Unfit {
        if (item.isKeyword()
                && (item.written().has(Modifier.STARTSWITH) || item.written().has(Modifier.ENDSWITH))) {
            throw new Unfit(item.position(), "a keyword with startswith or endswith can't be given another value", "");
        }
    }

    private static Value bounded(Value value) throws Unfit {
        if (value instanceof Value.Text text) {
            Bounds.value(text.text(), value);
        } else if (value instanceof Value.Expression expression) {
            Bounds.value(expression.text(), value);
        }
        return value;
    }
}
