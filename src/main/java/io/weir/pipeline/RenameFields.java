package io.weir.pipeline;

import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationRule;
import io.weir.rule.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            fields.addAll(names(field, step));
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
        return item.withField(Bounds.name(name, item));
    }

    @Override
    public CorrelationDraft apply(CorrelationDraft draft, Step step) throws Unfit {
        var shown = draft.with(shown(draft.preamble(), step));
        var rule = draft.rule();
        var aliases = rule.groupBy().isEmpty() ? rule.aliases() : aliases(rule, step);
        return shown.with(new CorrelationRule(
                rule.header(),
                rule.type(),
                rule.steps(),
                groupBy(rule, step),
                aliases,
                rule.timespan(),
                condition(rule, step),
                rule.link(),
                rule.generate()));
    }

    private Map<String, Map<String, String>> aliases(CorrelationRule rule, Step step) throws Unfit {
        var aliases = new LinkedHashMap<String, Map<String, String>>();
        for (var alias : rule.aliases().entrySet()) {
            var fields = new LinkedHashMap<String, String>();
            for (var field : alias.getValue().entrySet()) {
                fields.put(field.getKey(), oneName(field.getValue(), rule.header().position(), step));
            }
            aliases.put(alias.getKey(), fields);
        }
        return aliases;
    }

    /** An alias is no field's name. */
    private List<String> groupBy(CorrelationRule rule, Step step) throws Unfit {
        var fields = new ArrayList<String>();
        for (var field : rule.groupBy()) {
            fields.addAll(rule.aliases().containsKey(field) ? List.of(field) : names(field, step));
        }
        return fields;
    }

    private CorrelationCondition condition(CorrelationRule rule, Step step) throws Unfit {
        if (!(rule.condition() instanceof CorrelationCondition.Measured measured)) {
            return rule.condition();
        }
        var fields = new ArrayList<String>();
        for (var field : measured.fields()) {
            fields.add(oneName(field, rule.header().position(), step));
        }
        return new CorrelationCondition.Measured(measured.comparisons(), fields, measured.percentile());
    }

    private String oneName(String field, Position place, Step step) throws Unfit {
        var names = names(field, step);
        if (names.size() != 1) {
            throw new Unfit(place, "field '" + field + "' has to have one name here, and is mapped to " + names, "");
        }
        return names.get(0);
    }
}
