package io.weir.pipeline;

import io.weir.rule.DetectionItem;
import io.weir.rule.Modifier;
import io.weir.rule.Selection;
import io.weir.rule.SigmaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says an item whose values changed in Sigma's own words: values that need the same modifiers stay together, and where there are
 * several kinds, as many items joined as the values were.
 */
final class RaisedItem implements Value.Cases<RaisedItem.Said> {

    /** A value as a rule has it, and the modifiers that it needs. */
    record Said(SigmaValue value, List<Modifier> modifiers) {}

    private final Item item;

    RaisedItem(Item item) {
        this.item = item;
    }

    Selection selection() {
        var parts = new ArrayList<Selection>();
        kinds().forEach((modifiers, values) -> parts.add(test(modifiers, values)));
        if (parts.size() == 1) {
            return parts.get(0);
        }
        // Not all of them fit: at least one does not.
        return item.all() != item.negated() ? new Selection.AllOf(parts) : new Selection.AnyOf(parts);
    }

    /** An item without any value asks for null, as pySigma has it. */
    private Map<List<Modifier>, List<SigmaValue>> kinds() {
        var kinds = new LinkedHashMap<List<Modifier>, List<SigmaValue>>();
        for (var value : item.values()) {
            var said = value.match(this);
            kinds.computeIfAbsent(said.modifiers(), modifiers -> new ArrayList<>())
                    .add(said.value());
        }
        return kinds.isEmpty() ? Map.of(List.of(), List.of(new SigmaValue.Null(item.position()))) : kinds;
    }

    private Selection test(List<Modifier> modifiers, List<SigmaValue> values) {
        var all = new ArrayList<>(modifiers);
        if (item.all()) {
            all.add(Modifier.ALL);
        }
        if (item.negated()) {
            all.add(Modifier.NEQ);
        }
        return new Selection.Test(new DetectionItem(item.field(), all, values, item.position()));
    }

    @Override
    public Said text(Value.Text value) {
        var modifiers = new ArrayList<Modifier>();
        if (value.text().hasPlaceholders()) {
            modifiers.add(Modifier.EXPAND);
        }
        if (value.cased()) {
            modifiers.add(Modifier.CASED);
        }
        return new Said(new SigmaValue.Text(value.text().written(), value.position()), List.copyOf(modifiers));
    }

    @Override
    public Said expression(Value.Expression value) {
        return new Said(
                new SigmaValue.Text(value.text().plain(), value.position()),
                expanding(value.text(), value.modifiers()));
    }

    @Override
    public Said reference(Value.Reference value) {
        var name = ValueText.literal(value.field()).written();
        return new Said(new SigmaValue.Text(name, value.position()), value.modifiers());
    }

    @Override
    public Said number(Value.Num value) {
        return new Said(value.number(), value.modifiers());
    }

    @Override
    public Said other(Value.Other value) {
        return new Said(value.value(), value.modifiers());
    }

    @Override
    public Said expansion(Value.Expansion value) {
        return new Said(
                new SigmaValue.Text(value.text().written(), value.position()),
                expanding(value.text(), value.modifiers()));
    }

    /** A placeholder that is left needs {@code expand}, behind {@code re} where there is one and before all others. */
    private static List<Modifier> expanding(ValueText text, List<Modifier> modifiers) {
        if (!text.hasPlaceholders()) {
            return modifiers;
        }
        var expanding = new ArrayList<>(modifiers);
        expanding.add(modifiers.contains(Modifier.RE) ? modifiers.indexOf(Modifier.RE) + 1 : 0, Modifier.EXPAND);
        return List.copyOf(expanding);
    }
}
