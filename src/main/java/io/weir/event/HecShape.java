package io.weir.event;

import java.util.List;
import java.util.Optional;

/**
 * What Splunk's HTTP event collector takes: an envelope of {@code time}, {@code host}, {@code source} and {@code sourcetype} round {@code event},
 * which is event XML, or JSON of another shape, as an object or a text.
 *
 * <p>The event's own time counts; where it has none, it is the envelope's {@code time}, in seconds since the epoch.
 */
record HecShape(EmbeddedText embedded, List<EventShape> inner) implements EventShape {

    private static final List<String> ENVELOPE = List.of("time", "host", "source", "sourcetype", "index", "fields");

    @Override
    public String signature() {
        return "one of these inside event beside sourcetype or time (Splunk HEC)";
    }

    @Override
    public boolean fits(JsonObject event) {
        return event.has("event")
                && ENVELOPE.stream().anyMatch(event::has)
                && reading(event).isPresent();
    }

    @Override
    public boolean mayFit(JsonObject event) {
        return event.has("event") && ENVELOPE.stream().anyMatch(event::has);
    }

    @Override
    public Reading read(JsonObject event) {
        var reading = reading(event).orElseThrow();
        return reading.header().time().stamp().isKnown() ? reading : timed(reading, event);
    }

    private static Reading timed(Reading reading, JsonObject event) {
        return new Reading(reading.header().timedAs(EpochText.time(event.text("time"))), reading.fields());
    }

    private Optional<Reading> reading(JsonObject event) {
        var object = event.object("event");
        var content = object.isPresent() ? object : embedded.read(event.text("event"));
        return content.flatMap(inner -> innerReading(inner.has("EventCode") ? enveloped(inner, event) : inner));
    }

    /** Splunk's own fields lean on the envelope, which names the log. */
    private static JsonObject enveloped(JsonObject content, JsonObject envelope) {
        var all = JsonObject.empty();
        content.forEach(all::add);
        var missing = ENVELOPE.stream()
                .filter(name -> !content.has(inContent(name)))
                .toList(); // asked once: of a name that comes 30,000 times the content was searched as often
        envelope.forEach((name, value) -> {
            if (missing.contains(name)) {
                all.add(inContent(name), value);
            }
        });
        return all;
    }

    private static String inContent(String name) {
        return name.equals("time") ? "_time" : name;
    }

    private Optional<Reading> innerReading(JsonObject content) {
        var xml = XmlShape.read(content);
        return xml.isPresent()
                ? xml
                : inner.stream()
                        .filter(shape -> shape.fits(content))
                        .findFirst()
                        .map(shape -> shape.read(content));
    }
}
