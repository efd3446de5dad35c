package io.weir.match;

import io.weir.event.Event;
import io.weir.event.FieldValue;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A real event as a producer gets it from Windows, to be written in the producer's shape.
 *
 * @param time as Windows renders it in XML
 * @param data by name; texts, all of them
 */
record Told(
        String channel,
        String provider,
        int id,
        String computer,
        long number,
        String time,
        String level,
        String message,
        Map<String, List<String>> data) {

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);
    private static final Set<String> SYSTEM = Set.of(
            "EventID",
            "Provider_Name",
            "Provider_Guid",
            "Computer",
            "EventRecordID",
            "Level",
            "Message",
            "TimeCreated_SystemTime");

    static Told of(Event event) {
        var data = new LinkedHashMap<String, List<String>>();
        event.fields().forEach((name, value) -> {
            if (!SYSTEM.contains(name)
                    && !(name.equals("Channel") && texts(value).contains(event.channel()))) {
                data.put(name, texts(value));
            }
        });
        return new Told(
                event.channel(),
                event.provider(),
                event.eventId(),
                text(event, "Computer"),
                event.recordNumber(),
                TIME.format(Instant.EPOCH.plus(event.time().micros(), ChronoUnit.MICROS)),
                text(event, "Level"),
                text(event, "Message"),
                data);
    }

    boolean isOfSysmon() {
        return provider.equals("Microsoft-Windows-Sysmon");
    }

    /** The first value of that name, or empty. */
    String first(String name) {
        return data.getOrDefault(name, List.of("")).get(0);
    }

    private static String text(Event event, String name) {
        return event.field(name).map(value -> texts(value).get(0)).orElse("");
    }

    private static List<String> texts(FieldValue value) {
        return value.match(new FieldValue.Cases<List<String>>() {
            @Override
            public List<String> text(FieldValue.Text value) {
                return List.of(value.text());
            }

            @Override
            public List<String> number(FieldValue.Num value) {
                return List.of(value.text());
            }

            @Override
            public List<String> bool(FieldValue.Bool value) {
                return List.of(Boolean.toString(value.value()));
            }

            @Override
            public List<String> nothing(FieldValue.Null value) {
                return List.of("");
            }

            @Override
            public List<String> many(FieldValue.Many value) {
                return value.values().stream()
                        .flatMap(one -> texts(one).stream())
                        .toList();
            }
        });
    }
}
