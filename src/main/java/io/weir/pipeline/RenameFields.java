package io.weir.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives fields other names, wherever a rule names them: its items, the fields that they refer to, the fields that it shows, and what a
 * correlation groups by and measures.
 */
public record RenameFields(Renaming renaming) implements Transformation {

    @Override
    public DetectionDraft apply(DetectionDraft rule, Step step) throws Unfit {
        return rule.with(shown(rule.preamble(), step)).map(item -> renamed(item, step));
    }

    private Preamble shown(Preamble preamble, Step step) throws Unfit {
        var fields = new ArrayList<String>();
        for (var field : preamble.fields()) {
            Bounds.addTo(fields, names(field, step), preamble.header().position());
        }
        return preamble.withFields(fields);
    }

    /** What a field that is not that of an item is called; its own name where the conditions don't take it. */
    private List<String> names(String field, Step step) throws Unfit {
        var names = renaming.of(field);
        if (names.isEmpty() || !step.takes(field)) {
            return List.of(field);
        }
        step.run().renamed(field, names.get().all(), step.id());
        return names.get().all();
    }

    private Node renamed(Item item, Step step) throws Unfit {
        if (!step.takes(item)) {
            return new Node.Leaf(item);
        }
        boolean refers = refersToTaken(item, step);
        var changed = refers ? item.withValues(renamedReferences(item, step)) : item;
        var names = renaming.of(item.field());
        boolean isNamed = names.isPresent() && step.takes(item.field());
        if (names.isPresent() && (isNamed || refers)) {
            step.run().mappings().add(item.field(), names.get().all());
        }
        if (isNamed) {
            return named(mappedKeyword(changed), names.get(), step);
        }
        return new Node.Leaf(refers ? changed.changedBy(step.id()) : item);
    }

    private static boolean refersToTaken(Item item, Step step) throws Unfit {
        for (var value : item.values()) {
            if (value instanceof Value.Reference reference && step.takes(reference.field())) {
                return true;
            }
        }
        return false;
    }

    private List<Value> renamedReferences(Item item, Step step) throws Unfit {
        var renamed = new ArrayList<Value>();
        for (var value : item.values()) {
            if (value instanceof Value.Reference reference && step.takes(reference.field())) {
                for (var name : names(reference.field(), step)) {
                    renamed.add(new Value.Reference(name, reference.modifiers(), reference.position()));
                }
            } else {
                renamed.add(value);
            }
        }
        return renamed;
    }

    /** A keyword that is to be looked for in a field is looked for anywhere in it. */
    private static Item mappedKeyword(Item item) {
        return item.isKeyword()
                ? item.withValues(item.values().stream()
                        .map(value -> value instanceof Value.Text text
                                ? text.with(text.text().startingAnywhere().endingAnywhere())
                                : value)
                        .toList())
                : item;
    }

    /** One name takes the place of the other; of a list, any may hold the value, or, where the item is negated, none. */
    private static Node named(Item item, Renaming.Names names, Step step) throws Unfit {
        if (!names.isList()) {
            return new Node.Leaf(named(item, names.all().get(0)).changedBy(step.id()));
        }
        if (names.all().isEmpty()) {
            throw new Unfit(item.position(), "field '" + item.field() + "' is mapped to no field", "");
        }
        var parts = new ArrayList<Node>();
        for (var name : names.all()) {
            parts.add(new Node.Leaf(named(item.anew(), name).changedBy(step.id())));
        }
        return new Node.Group(item.negated(), parts);
    }

    private static Item named(Item item, String name) throws Unfit {
        return item.withField(Bounds.name(name, item.position()));
    }

    @Override
    public CorrelationDraft apply(CorrelationDraft draft, Step step) throws Unfit {
        var shown = draft.with(shown(draft.preamble(), step));
        return shown.with(new RenamedCorrelation(draft.rule(), field -> names(field, step)).rule());
    }
}
