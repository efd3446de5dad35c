package io.weir.job;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.act;
import static io.weir.correlate.Telemetry.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of an event that came too late. */
class LateEventJsonTest {

    @Test
    void anEventTellsWhatAndWhereAndWhenItWas() {
        var late = act("e1", 100, "p1")
                .by("EXAMPLE\\ann")
                .matching(A)
                .arriving(200_000)
                .event();

        var record = LateEventJson.outbound(late);

        assertThat(record.id()).isEqualTo("e1");
        assertThat(new String(record.value(), UTF_8))
                .isEqualTo(new String(record.line(), UTF_8))
                .isEqualTo("{\"id\":\"e1\",\"host\":\"ws-1\",\"time\":\"1970-01-01T00:01:40Z\","
                        + "\"arrival\":\"1970-01-03T07:33:20Z\",\"channel\":\"sysmon\",\"process\":\"p1\","
                        + "\"rules\":[\"" + A + "\"],"
                        + "\"fields\":{\"Image\":\"e1\",\"User\":\"EXAMPLE\\\\ann\"}}");
    }

    @Test
    void aTimeThatIsNotKnownIsNull() {
        assertThat(new String(LateEventJson.outbound(event("e1", 1).event()).value(), UTF_8))
                .contains("\"arrival\":null", "\"rules\":[]");
    }
}
