package io.weir.event;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event read from JSON. What not every event is asked for is worked out when it is first wanted. */
final class JsonEvent implements Event {

    private final EventHeader header;
    private final Map<String, FieldValue> fields;
    private final HostId host;
    private final Stamp arrival;
    private final byte[] bytes;

    // Threads that race work out equal values, and their fields are final: no lock is needed.
    private @Nullable EventIdentity identity;
    private @Nullable ProcessFacts process;

    /** An event that the transport stamped so. */
    JsonEvent(EventShape.Reading reading, byte[] bytes, Stamp transport) {
        this.header = reading.header();
        this.fields = reading.fields();
        this.host = new HostId(header.computer());
        this.arrival = header.time().collected().isKnown() ? header.time().collected() : transport;
        this.bytes = bytes;
    }

    @Override
    public Optional<FieldValue> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    @Override
    public Map<String, FieldValue> fields() {
        return fields;
    }

    @Override
    public String channel() {
        return header.channel();
    }

    @Override
    public String provider() {
        return header.provider();
    }

    @Override
    public int eventId() {
        return header.eventId();
    }

    @Override
    public long recordNumber() {
        return header.recordNumber();
    }

    @Override
    public HostId host() {
        return host;
    }

    @Override
    public Stamp time() {
        return header.time().stamp();
    }

    @Override
    public Stamp arrival() {
        return arrival;
    }

    @Override
    public EventIdentity identity() {
        var known = identity;
        if (known == null) {
            known = EventIdentity.of(header, bytes);
            identity = known;
        }
        return known;
    }

    @Override
    public ProcessFacts process() {
        var known = process;
        if (known == null) {
            known = ProcessFacts.of(this);
            process = known;
        }
        return known;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "%s %d on %s at %s"
                .formatted(channel(), eventId(), host.name(), time().isKnown() ? time().iso() : "no time");
    }
}
