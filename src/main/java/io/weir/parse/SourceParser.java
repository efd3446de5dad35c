package io.weir.parse;

import io.weir.rule.EventSource;
import io.weir.rule.FieldOrigin;
import io.weir.rule.ProblemCode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what Weir's own {@code add_source} adds: which events, and where the fields that rules name come from. */
final class SourceParser {

    /** More combinations of what fields must hold are refused: each is looked at by itself. */
    private static final int MOST_COMBINATIONS = 64;

    private static final Pattern EVENT_ID = Pattern.compile("[0-9]{1,9}");

    private final Parameters from;
    private final ProblemLog log;

    SourceParser(Parameters from) {
        this.from = from;
        this.log = from.log();
    }

    /** The source; none, and problems in the log, if any part of it is wrong. */
    Optional<EventSource> parse() {
        int before = log.size();
        var channels = from.textsOr("channel", List.of());
        var providers = from.textsOr("provider", List.of());
        var ids = eventIds();
        var where = from.sectionOrNone("where").map(this::where).orElse(Map.of());
        var fields = from.sectionOrNone("fields").map(this::fields).orElse(Map.of());
        if (channels.isEmpty() && providers.isEmpty() && log.size() == before) {
            log.add(ProblemCode.INVALID_PIPELINE, from.position(), "a source of no events", "a channel or a provider");
        }
        if (log.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new EventSource(
                new LinkedHashSet<>(channels), new LinkedHashSet<>(providers), ids, where, fields, from.position()));
    }

    private Set<Integer> eventIds() {
        var ids = new LinkedHashSet<Integer>();
        for (var item : from.items("event_id")) {
            if (item instanceof Yaml.Scalar scalar
                    && EVENT_ID.matcher(scalar.text()).matches()) {
                ids.add(Integer.parseInt(scalar.text()));
            } else {
                log.add(
                        ProblemCode.WRONG_TYPE,
                        item.position(),
                        "'event_id' is " + item.described(),
                        "a number, or a list of numbers");
            }
        }
        return ids;
    }

    private Map<String, List<String>> where(Section section) {
        var where = OriginParser.values(section);
        long combinations = 1;
        for (var values : where.values()) {
            combinations = Math.min(combinations * values.size(), Integer.MAX_VALUE);
        }
        if (combinations > MOST_COMBINATIONS) {
            log.add(
                    ProblemCode.TOO_LARGE,
                    section.map().position(),
                    "more than " + MOST_COMBINATIONS + " combinations of values",
                    "a source for each of some values");
        }
        return where;
    }

    private Map<String, FieldOrigin> fields(Section section) {
        var fields = new LinkedHashMap<String, FieldOrigin>();
        for (var entry : section.map().entries()) {
            new OriginParser(log)
                    .parse(entry.key().text(), entry.value())
                    .ifPresent(origin -> fields.put(entry.key().text(), origin));
        }
        return fields;
    }
}
