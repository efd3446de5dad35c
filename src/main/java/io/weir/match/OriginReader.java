package io.weir.match;

import io.weir.event.FieldValue;
import io.weir.match.value.CaseFold;
import io.weir.match.value.Operand;
import io.weir.rule.FieldOrigin;
import java.util.ArrayList;
import java.util.List;

/** What an origin gives of an event. Fields that it names are the event's own. */
record OriginReader(Fields event) implements FieldOrigin.Cases<FieldView> {

    @Override
    public FieldView copied(FieldOrigin.Copied origin) {
        return event.field(origin.name());
    }

    @Override
    public FieldView converted(FieldOrigin.Converted origin) {
        var view = origin.origin().match(this);
        var values = new ArrayList<Operand>();
        for (var value : view.values()) {
            values.add(value.isSomething() ? Operand.ofText(converted(value.text(), origin)) : value);
        }
        return view.exists() ? new FieldView(true, values) : view;
    }

    private static String converted(String text, FieldOrigin.Converted origin) {
        return FieldConversion.apply(origin.conversion(), text);
    }

    @Override
    public FieldView translated(FieldOrigin.Translated origin) {
        var values = event.field(origin.name()).values().stream()
                .filter(Operand::isSomething)
                .flatMap(value -> origin.values().entrySet().stream()
                        .filter(entry -> CaseFold.fold(entry.getKey()).equals(value.folded()))
                        .map(entry -> Operand.ofText(entry.getValue())))
                .toList();
        return values.isEmpty() ? FieldView.ABSENT : new FieldView(true, values);
    }

    @Override
    public FieldView constant(FieldOrigin.Constant origin) {
        return text(origin.text());
    }

    private static FieldView text(String text) {
        return FieldView.of(new FieldValue.Text(text));
    }

    @Override
    public FieldView joined(FieldOrigin.Joined origin) {
        var joined = new StringBuilder();
        for (int i = 0; i < origin.parts().size(); i++) {
            var part = origin.parts().get(i);
            if (i % 2 == 0) {
                joined.append(part);
            } else if (event.field(part).isNull()) {
                return FieldView.ABSENT;
            } else {
                joined.append(event.field(part).firstText());
            }
        }
        return text(joined.toString());
    }

    @Override
    public FieldView guarded(FieldOrigin.Guarded origin) {
        return holdsOne(event.field(origin.field()), origin.values()) == origin.wanted()
                ? origin.origin().match(this)
                : FieldView.ABSENT;
    }

    private static boolean holdsOne(FieldView field, List<String> values) {
        return field.values().stream()
                .anyMatch(held ->
                        values.stream().anyMatch(value -> CaseFold.fold(value).equals(held.folded())));
    }

    @Override
    public FieldView firstOf(FieldOrigin.FirstOf origin) {
        for (var one : origin.origins()) {
            var view = one.match(this);
            if (view.exists()) {
                return view;
            }
        }
        return FieldView.ABSENT;
    }
}
