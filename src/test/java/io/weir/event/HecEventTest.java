package io.weir.event;

import static io.weir.event.Records.decode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HecEventTest extends EventContract {

    HecEventTest() {
        super(Records.HEC);
    }

    @Override
    Stamp expectedTime() {
        return new Stamp(1772600767_123456L, 1);
    }

    @Override
    Stamp expectedArrival(Stamp transport) {
        return transport;
    }

    /** The names of the one are not looked for among those of the other each time. */
    @Test
    void readsALongEventInALongEnvelopeAtOnce() {
        int many = 60_000;
        var record = "{\"event\":\"{\\\"EventCode\\\":1,\\\"LogName\\\":\\\"c\\\"%s}\",\"sourcetype\":\"s\"%s}"
                .formatted(",\\\"a\\\":1".repeat(many), ",\"host\":1".repeat(many));

        var decoded = assertTimeout(Duration.ofSeconds(5), () -> decode(record));

        assertThat(decoded.events()).hasSize(1);
    }
}
