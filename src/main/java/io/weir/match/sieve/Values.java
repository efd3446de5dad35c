package io.weir.match.sieve;

import io.weir.event.Event;
import io.weir.event.FieldValue;
import io.weir.match.value.Operand;
import java.util.List;
import java.util.Optional;

/** The values that sources give of an event; none where the event does not have that. */
record Values(Event event) implements Source.Cases<Optional<List<Operand>>> {

    @Override
    public Optional<List<Operand>> named(Source.Named source) {
        return source.names().stream()
                .flatMap(name -> event.field(name).stream())
                .findFirst()
                .map(value -> Operand.of(value).toList());
    }

    @Override
    public Optional<List<Operand>> header(Source.Header source) {
        return Optional.of(Operand.of(new FieldValue.Text(event.provider())).toList());
    }

    @Override
    public Optional<List<Operand>> everything(Source.Everything source) {
        return Optional.of(event.fields().values().stream().flatMap(Operand::of).toList());
    }

    @Override
    public Optional<List<Operand>> workedOut(Source.WorkedOut source) {
        return source.reader().read(event);
    }
}
