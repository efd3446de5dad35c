package io.weir.correlate;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.B;
import static io.weir.correlate.Telemetry.detection;
import static io.weir.correlate.Telemetry.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.correlate.Telemetry.Told;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupMatchTest {

    private static final List<String> TEXTS = List.of("", "a", "\0", "a\0", "\0a", "\0\0", "1", "\0" + "1");

    private static GroupMatch of(String... values) {
        var witness = Witness.ofEvent(event("1", 100).matching(A).event(), List.of());
        return new GroupMatch("meaning", List.of(values), witness, false);
    }

    @Test
    void groupsWhoseValuesHoldSeparatorsHaveKeysOfTheirOwn() {
        var unlinked = new HashMap<String, List<String>>();
        var linked = new HashMap<String, List<String>>();
        for (var one : TEXTS) {
            for (var two : TEXTS) {
                for (var three : TEXTS) {
                    var values = List.of(one, two, three);
                    assertThat(unlinked.put(of(one, two, three).key(), values)).isNull();
                    assertThat(linked.put(new LinkedGroup("meaning", one, List.of(two, three)).key(), values))
                            .isNull();
                }
            }
        }
    }

    /** Groups are kept by their keys. */
    @Test
    void keysAreAsEarlierBuildsWroteThem() {
        assertThat(of().key()).isEqualTo("meaning\0");
        assertThat(of("a").key()).isEqualTo("meaning\0a");
        assertThat(of("a", "").key()).isEqualTo("meaning\0a\0");
        assertThat(new LinkedGroup("meaning", "p", List.of()).key()).isEqualTo("meaning\0p\0");
        assertThat(new LinkedGroup("meaning", "p", List.of("a")).key()).isEqualTo("meaning\0p\0a");
        assertThat(new LinkedGroup("meaning", "p", List.of("a", "b")).key()).isEqualTo("meaning\0p\0a\0b");
        assertThat(GroupMatch.meaning(of("a\0", "b").key())).isEqualTo("meaning");
    }

    @Test
    void eventsOfTwoGroupsAreNotTakenForThoseOfOne() {
        var rules = Telemetry.rules(detection(A), detection(B), """
                title: Both by one user from one place
                level: medium
                correlation:
                    type: temporal
                    rules: [%s, %s]
                    timespan: 10s
                    group-by: [User, Place]
                """.formatted(A, B));
        var run = new CorrelationRun(rules, new Horizons(Duration.ofHours(1), Duration.ofMinutes(10)));

        List.of(
                        event("1", 100).matching(A).by("a\0b").shows("Place", "c"),
                        event("2", 101).matching(B).by("a").shows("Place", "b\0c"))
                .stream()
                .map((Told told) -> told.event(rules))
                .forEach(run::observe);

        assertThat(run.end().standing()).isEmpty();
    }
}
