package io.weir.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules of a log source look at the events that SigmaHQ's own tests say are of it, and at no other of its channels. */
class RoutingTest {

    private static final List<String> EVENT_TYPES =
            List.of("", "CreateKey", "DeleteKey", "DeleteValue", "SetValue", "INFO");
    private static final int[] EVENT_IDS = IntStream.concat(
                    IntStream.rangeClosed(-1, 30),
                    IntStream.of(
                            255, 400, 403, 600, 800, 1006, 1010, 1019, 1102, 1115, 1116, 1117, 4103, 4104, 4657, 4688,
                            4689, 5156))
            .toArray();

    @Test
    void rulesLookAtTheEventsOfTheirLogSource() throws IOException {
        var map = LogSourceMap.read();
        var rules = RuleSet.compile(
                RuleParser.parse(List.of(new RuleFile("rules.yml", rules(map).getBytes(UTF_8))))
                        .rules());
        assertThat(rules.problems()).isEmpty();
        for (var event : events(map)) {
            var found = new TreeSet<String>();
            rules.matching(event).forEach(rule -> found.add(rule.header().id()));
            assertThat(found)
                    .as("%s %d %s", event.channel(), event.eventId(), event.fields())
                    .isEqualTo(expected(map, event));
        }
    }

    private static SortedSet<String> expected(LogSourceMap map, Event event) {
        var expected = new TreeSet<String>();
        for (var view : map.of(event)) {
            expected.add(
                    view.category().equals(LogSourceMap.View.NONE) ? "s-" + view.service() : "c-" + view.category());
        }
        expected.remove("s-" + LogSourceMap.View.NONE);
        return expected;
    }

    private static String rules(LogSourceMap map) {
        var yaml = new StringBuilder();
        map.channels().keySet().forEach(service -> yaml.append(rule("s-" + service, "service: " + service)));
        map.categories().stream()
                .map(LogSourceMap.Category::name)
                .distinct()
                .forEach(category -> yaml.append(rule("c-" + category, "category: " + category)));
        return yaml.toString();
    }

    private static String rule(String id, String logSource) {
        return "---\ntitle: Any\nid: %s\nlogsource: {product: windows, %s}\ndetection: {s: {A: 1}, condition: s}\n"
                .formatted(id, logSource);
    }

    private static List<Event> events(LogSourceMap map) {
        var channels = new ArrayList<>(List.of("Some Channel", "Microsoft-Windows-Sysmon", "Operational", ""));
        map.channels().values().forEach(channels::addAll);
        var events = new ArrayList<Event>();
        for (var channel : channels) {
            for (int id : EVENT_IDS) {
                (id == 12 || id == 13 ? EVENT_TYPES : List.of("CreateKey"))
                        .forEach(type -> events.add(event(channel, id, type)));
            }
        }
        return events;
    }

    private static Event event(String channel, int id, String type) {
        var record = JsonNodeFactory.instance.objectNode();
        record.withObject("/Event/EventData").put("A", 1).put("EventType", type);
        record.withObject("/Event/System").put("Channel", channel).put("EventID", id);
        return EventDecoder.standard()
                .decode(record.toString().getBytes(UTF_8), Stamp.NONE)
                .events()
                .get(0);
    }
}
