package io.weir.job.source;

import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import java.util.function.Consumer;

/** Makes telemetry of records: what an {@link EventDecoder} says of their bytes, with their coordinates. */
record TelemetryDecoder(EventDecoder decoder) {

    /** Emits the events of a record, then its parts that could not be read, each in the order of the record. */
    void decode(byte[] bytes, Stamp transport, Coordinates from, Consumer<? super Telemetry> out) {
        var decoded = decoder.decode(bytes, transport);
        var events = decoded.events();
        for (int i = 0; i < events.size(); i++) {
            out.accept(new Telemetry.Decoded(events.get(i), from.at(i)));
        }
        var undecodable = decoded.undecodable();
        for (int i = 0; i < undecodable.size(); i++) {
            out.accept(new Telemetry.Unread(undecodable.get(i), from.at(i)));
        }
    }
}
