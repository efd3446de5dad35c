package io.weir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.job.source.Samples;
import io.weir.match.RuleMatch;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.metrics.Counter;
import org.junit.jupiter.api.Test;

class RuleMetersTest {

    private static final String FIRST = "44444444-0000-4000-8000-000000000001";
    private static final String SECOND = "44444444-0000-4000-8000-000000000002";
    private static final Event EVENT = EventDecoder.standard()
            .decode(Samples.bytes(Samples.event(1)), Stamp.NONE)
            .events()
            .get(0);

    private final Registered registered = new Registered();
    private final Map<String, Counter> counters = registered.counters();
    private final RuleMeters meters = new RuleMeters(registered);
    private final RuleSet rules = rules();

    private static RuleSet rules() {
        var files = Stream.of(FIRST, SECOND)
                .map(id -> new RuleFile(id + ".yml", """
                        title: A
                        id: %s
                        logsource: {product: windows, category: process_creation}
                        detection: {s: {Image|endswith: '\\expand.exe'}, condition: s}
                        """.formatted(id).getBytes(UTF_8)))
                .toList();
        return RuleSetSource.of(files, List.of(), RuleSet.DEFAULT_STAGES).compile();
    }

    private long count(String name) {
        return Objects.requireNonNull(counters.get(name)).getCount();
    }

    private void see(int events) {
        IntStream.range(0, events).forEach(i -> meters.sample(rules, EVENT));
    }

    @Test
    void hitsAreCountedByRuleAndARuleWithoutAnyHasNoMetric() {
        var match = new RuleMatch(FIRST, "hash", List.of());
        meters.count(List.of(match));
        meters.count(List.of(match));

        assertThat(count("rule=" + FIRST + "/" + RuleMeters.HITS)).isEqualTo(2);
        assertThat(counters).doesNotContainKey("rule=" + SECOND + "/" + RuleMeters.HITS);
    }

    @Test
    void theFirstEventIsASampleThenOneInSixteenAndOnceThereAreEnoughOneInThousands() {
        see(1);
        assertThat(count(RuleMeters.SAMPLES)).isEqualTo(1);

        see(RuleMeters.ONE_IN_AT_FIRST * (RuleMeters.ENOUGH_SAMPLES - 1));
        assertThat(count(RuleMeters.SAMPLES)).isEqualTo(RuleMeters.ENOUGH_SAMPLES);

        see(10 * RuleMeters.ONE_IN);
        assertThat(count(RuleMeters.SAMPLES))
                .isBetween(RuleMeters.ENOUGH_SAMPLES + 10L - 1, RuleMeters.ENOUGH_SAMPLES + 10L);
    }

    @Test
    void whatARuleCostsIsToldOnceThereAreSamplesEnoughUnlessItIsNextToNothing() {
        see(1 + RuleMeters.ONE_IN_AT_FIRST * (RuleMeters.ENOUGH_SAMPLES - 2));
        assertThat(counters).containsOnlyKeys(RuleMeters.SAMPLES, RuleMeters.ALL_NANOS);
        see(RuleMeters.ONE_IN_AT_FIRST);

        long all = count(RuleMeters.ALL_NANOS);
        assertThat(all).isPositive();
        assertThat(cost(FIRST) + cost(SECOND)).isBetween(all - all / 50, all);
    }

    /** 0 where there is no metric: then it is less than a hundredth of all. */
    private long cost(String rule) {
        var name = "rule=" + rule + "/" + RuleMeters.NANOS;
        return counters.containsKey(name) ? count(name) : 0;
    }
}
