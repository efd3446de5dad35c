package io.weir.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TotalsTest {

    @Test
    void whatNeverCameIsLeftOutButForEventsDeadLettersAndAlerts() {
        assertThat(Totals.of(Map.of(), Duration.ofMillis(1_234)).line())
                .isEqualTo("0 events, 0 dead letters, 0 alerts in 1.2 s");
    }

    @Test
    void sumsAreInTheOrderOfTheJob() {
        var counted = Map.<String, Object>of(
                "ALERTS", 3L, "EVENTS", 1_234_567L, "WITHDRAWN", 1L, "DEAD_LETTERS", 1L, "another", "thing");
        assertThat(Totals.of(counted, Duration.ofSeconds(75)).line())
                .isEqualTo("1,234,567 events, 1 dead letter, 3 alerts, 1 alert withdrawn in 75.0 s");
    }
}
