package io.weir.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.event.Event;
import io.weir.event.EventIdentity;
import io.weir.event.FieldValue;
import io.weir.event.HostId;
import io.weir.event.ProcessFacts;
import io.weir.event.Stamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event made by hand. */
record TestEvent(String channel, String provider, int eventId, ProcessFacts process, Map<String, FieldValue> fields)
        implements Event {

    static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";

    TestEvent {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** An event of no channel. */
    static TestEvent of(JsonNode fields) {
        return of("", -1, fields);
    }

    static TestEvent of(String channel, int eventId, JsonNode fields) {
        var values = new LinkedHashMap<String, FieldValue>();
        fields.properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
        return new TestEvent(channel, "", eventId, ProcessFacts.NONE, values);
    }

    TestEvent ofProvider(String other) {
        return new TestEvent(channel, other, eventId, process, fields);
    }

    TestEvent telling(ProcessFacts other) {
        return new TestEvent(channel, provider, eventId, other, fields);
    }

    private static FieldValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> new FieldValue.Text(node.textValue());
            case NUMBER -> new FieldValue.Num(node.asText(), node.decimalValue());
            case BOOLEAN -> new FieldValue.Bool(node.booleanValue());
            case NULL -> new FieldValue.Null();
            case ARRAY -> many(node);
            case BINARY, MISSING, OBJECT, POJO -> throw new IllegalArgumentException("no value of a field: " + node);
        };
    }

    private static FieldValue many(JsonNode array) {
        List<FieldValue> values = new ArrayList<>();
        array.forEach(element -> values.add(value(element)));
        return new FieldValue.Many(values);
    }

    @Override
    public Optional<FieldValue> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    @Override
    public long recordNumber() {
        return 7;
    }

    @Override
    public HostId host() {
        return new HostId("ws-7");
    }

    @Override
    public Stamp time() {
        return Stamp.ofMillis(1_700_000_000_000L);
    }

    @Override
    public Stamp arrival() {
        return Stamp.NONE;
    }

    @Override
    public EventIdentity identity() {
        return new EventIdentity("0".repeat(32), "1".repeat(32));
    }

    @Override
    public byte[] bytes() {
        return new byte[0];
    }
}
