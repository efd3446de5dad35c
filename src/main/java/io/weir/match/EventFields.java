package io.weir.match;

import io.weir.event.Event;
import io.weir.event.FieldValue;
import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import io.weir.rule.FieldOrigin;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one event under their own names. Each is prepared when first read; for one thread, and for as long as the event is looked at. */
final class EventFields implements Fields {

    private final Event event;
    private final @Nullable Expressions expressions;
    private final Map<String, FieldView> read = new HashMap<>();
    private final IdentityHashMap<FieldOrigin, FieldView> made = new IdentityHashMap<>();
    private @Nullable FieldView all;

    /** Fields of which each test is made as it is written. */
    EventFields(Event event) {
        this.event = event;
        this.expressions = null;
    }

    /** Fields in which expressions are looked for in a faster way. */
    EventFields(Event event, Expressions expressions) {
        this.event = event;
        this.expressions = expressions;
    }

    @Override
    public FieldView field(String name) {
        return read.computeIfAbsent(name, this::prepare);
    }

    private FieldView prepare(String name) {
        return event.field(name).map(FieldView::of).orElse(FieldView.ABSENT);
    }

    @Override
    public FieldView of(FieldOrigin origin) {
        var known = made.get(origin);
        if (known == null) {
            known = origin.match(new OriginReader(this));
            made.put(origin, known);
        }
        return known;
    }

    @Override
    public FieldView all() {
        var known = all;
        if (known == null) {
            known = everything(event.fields());
            all = known;
        }
        return known;
    }

    @Override
    public boolean fit(OperandTest test, Operand value) {
        if (expressions != null && test instanceof RegularExpression expression) {
            return expressions.find(expression, value);
        }
        return test.fits(value);
    }

    private static FieldView everything(Map<String, FieldValue> fields) {
        return new FieldView(true, fields.values().stream().flatMap(Operand::of).toList());
    }
}
