package io.weir.job;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.B;
import static io.weir.correlate.Telemetry.ORDERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlate.Telemetry;
import io.weir.match.MatchedEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While an episode lasts, most of what fulfils a correlation makes no alert: how much that was rides as a header on the next one. */
class HeldBackTest {

    private static final String HEADER = "held-back";

    @ParameterizedTest
    @EnumSource
    void theCountOfWhatWasHeldBackRidesOnTheNextAlert(Backend backend) throws Exception {
        try (var chain = OperatorChain.start(1, backend)) {
            chain.observe(attempts(100, 102, 104, 106, 108, 110, 112, 114, 140, 142));

            assertThat(headers(chain)).containsExactly("none", "4", "2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCountGoesOnAfterARestore(Backend backend) throws Exception {
        try (var begun = OperatorChain.start(1, backend).observe(attempts(100, 102, 104, 106));
                var goesOn = begun.restored(begun.savepoint(), 2, backend)) {
            goesOn.observe(attempts(108, 110, 112, 114, 140));

            assertThat(headers(goesOn)).containsExactly("none", "4", "2");
        }
    }

    /** At each of those seconds the first event by one user, and the second a second later. */
    private static List<MatchedEvent> attempts(int... seconds) {
        var events = new ArrayList<MatchedEvent>();
        for (int second : seconds) {
            events.add(Telemetry.event("a" + second, second).by("u").matching(A).event());
            events.add(Telemetry.event("b" + second, second + 1)
                    .by("u")
                    .matching(B)
                    .event());
        }
        return events;
    }

    /** What the records of the correlation's alerts say of it, in the order in which they are told. */
    private static List<String> headers(OperatorChain chain) {
        return chain.changes().stream()
                .filter(change -> change.body().contains("\"rule\":{\"id\":\"" + ORDERED + "\""))
                .map(change -> ChangeRecords.ofAlert(change).headers().getOrDefault(HEADER, "none"))
                .toList();
    }
}
