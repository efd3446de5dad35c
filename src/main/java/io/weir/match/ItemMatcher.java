package io.weir.match;

import io.weir.event.ShownText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A detection item, compiled.
 *
 * @param selection the name of the selection that it is in
 * @param field the field as the rule names it, or empty for a keyword
 * @param modifiers as the rule writes them
 * @param values what the field is compared with
 * @param all whether all values must fit, be it different values of a list in the event, instead of any
 * @param negated whether the item is true where it would be false ({@code neq}); an absent field is different from any value
 */
record ItemMatcher(
        String selection, String field, String modifiers, List<RuleValue> values, boolean all, boolean negated)
        implements Matcher {

    ItemMatcher {
        values = List.copyOf(values);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.item(this);
    }

    @Override
    public boolean matches(Fields event) {
        return holds(view(event), event) != negated;
    }

    /** Whether one of the values fits, or all do, in a field that looks so; of an item that refers to no other field. */
    boolean holds(FieldView view) {
        return holds(view, NoFields.NONE);
    }

    private FieldView view(Fields event) {
        return field.isEmpty() ? event.all() : event.field(field);
    }

    private boolean holds(FieldView view, Fields event) {
        for (var value : values) {
            if (value.matches(view, event) != all) {
                return !all;
            }
        }
        return all;
    }

    @Override
    public void explain(Fields event, Reasons reasons) {
        var view = view(event);
        for (var value : values) {
            if (negated) {
                add(value, view.firstText(), reasons);
            } else if (value.matches(view, event)) {
                add(value, value.evidence(view, event), reasons);
            }
        }
    }

    /** What the item asks for, in the rule's words. */
    Part.Sought sought() {
        return new Part.Sought(
                selection,
                field,
                modifiers,
                values.stream().map(RuleValue::written).toList(),
                all);
    }

    /** Whether the event fits, and what of it was looked at. */
    Part.Test tell(Fields event, Part.Sought sought) {
        var view = view(event);
        var fitting =
                values.stream().filter(value -> value.matches(view, event)).toList();
        return new Part.Test(
                sought,
                matches(event),
                view.found(),
                shown(fitting, view, event),
                fitting.stream().map(RuleValue::written).toList());
    }

    /** What there is, first of all what fits. */
    private static List<String> shown(List<RuleValue> fitting, FieldView view, Fields event) {
        var evidence = fitting.stream()
                .map(value -> ShownText.of(value.evidence(view, event)))
                .filter(text -> !text.isEmpty());
        return Stream.concat(evidence, view.texts(Part.Test.MOST_VALUES).stream())
                .distinct()
                .limit(Part.Test.MOST_VALUES)
                .toList();
    }

    private void add(RuleValue value, String evidence, Reasons reasons) {
        reasons.add(new MatchedField(selection, field, modifiers, value.written(), ShownText.of(evidence)));
    }
}
