package io.weir.match;

import io.weir.event.Event;
import io.weir.match.sieve.Source;
import io.weir.match.value.Operand;
import io.weir.rule.FieldOrigin;
import java.util.List;
import java.util.Optional;

/** What the sieve looks at for a field that events have otherwise: the event's own fields where they are copied, else what is made of them. */
final class OriginSource {

    private OriginSource() {}

    static Source of(FieldOrigin origin) {
        if (origin instanceof FieldOrigin.Copied copied) {
            return new Source.Named(List.of(copied.name()));
        }
        if (origin instanceof FieldOrigin.FirstOf first
                && first.origins().stream().allMatch(FieldOrigin.Copied.class::isInstance)) {
            return new Source.Named(first.origins().stream()
                    .map(one -> ((FieldOrigin.Copied) one).name())
                    .toList());
        }
        return new Source.WorkedOut(origin, event -> read(event, origin));
    }

    private static Optional<List<Operand>> read(Event event, FieldOrigin origin) {
        var view = new EventFields(event).of(origin);
        return view.exists() ? Optional.of(view.values()) : Optional.empty();
    }
}
