package io.weir.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Events that a rule looks at beside those of its log source, and what they call its fields: what a pipeline's {@code add_source} says. An
 * empty part restricts nothing.
 *
 * @param channels the channels, without regard to case
 * @param providers the providers, without regard to case
 * @param eventIds Windows' event ids
 * @param where fields of the event that must hold one of those values, without regard to case
 * @param fields where the fields that the rule names come from; others are the event's own
 * @param position where the pipeline says so
 */
public record EventSource(
        Set<String> channels,
        Set<String> providers,
        Set<Integer> eventIds,
        Map<String, List<String>> where,
        Map<String, FieldOrigin> fields,
        Position position) {

    public EventSource {
        channels = Set.copyOf(channels);
        providers = Set.copyOf(providers);
        eventIds = Set.copyOf(eventIds);
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        if (channels.isEmpty() && providers.isEmpty()) {
            throw new IllegalArgumentException("a source has a channel or a provider");
        }
    }
}
