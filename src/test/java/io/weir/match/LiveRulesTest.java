package io.weir.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.LiveRules.Version;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that are replaced while events go by. */
@Timeout(60)
class LiveRulesTest {

    private static final int MANY = 400;

    private static final Event EXPAND = EventDecoder.standard()
            .decode("""
                    {"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","SourceName":"Microsoft-Windows-Sysmon",\
                    "Image":"C:\\\\Windows\\\\System32\\\\expand.exe","CommandLine":"expand a.cab b.exe"}""".getBytes(UTF_8), Stamp.NONE)
            .events()
            .get(0);

    private final List<Throwable> failures = new ArrayList<>();
    private final CountDownLatch told = new CountDownLatch(1);

    private LiveRules live(RuleSet first) {
        return new LiveRules(new Version(0, first), failure -> {
            failures.add(failure);
            told.countDown();
        });
    }

    /** So many rules; the last is the only one that matches. */
    private static RuleSet rules(String version, int count) {
        var text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append("""
                    ---
                    title: %1$s %2$d
                    id: %1$s-%2$04d
                    logsource: {product: windows, category: process_creation}
                    detection: {s: {Image|endswith: '\\%3$s.exe', CommandLine|contains: 'expand'}, condition: s}
                    """.formatted(version, i, i == count ? "expand" : "word" + i * 7919));
        }
        return Rules.compile(text.toString());
    }

    private static List<String> found(LiveRules live) {
        return live.current().rules().matching(EXPAND).stream()
                .map(rule -> rule.header().id())
                .toList();
    }

    private static void awaitOther(LiveRules live, RuleSet old) {
        while (live.current().rules() == old) {
            Thread.onSpinWait();
        }
    }

    @Test
    void eventsGoOnUnderTheOldRulesUntilTheNewOnesAreMade() throws InterruptedException {
        try (var live = live(rules("a", 1))) {
            var mayEnd = new CountDownLatch(1);
            var old = live.current().rules();
            live.replace(() -> {
                await(mayEnd);
                return new Version(1, rules("b", 1));
            });
            assertThat(found(live)).containsExactly("a-0001");

            mayEnd.countDown();
            awaitOther(live, old);

            assertThat(found(live)).containsExactly("b-0001");
        }
    }

    @Test
    void theLastVersionThatWasGivenStays() {
        try (var live = live(rules("a", 1))) {
            var last = rules("d", 1);
            live.replace(() -> new Version(1, rules("b", 1)));
            live.replace(() -> new Version(2, rules("c", 1)));
            live.replace(() -> new Version(3, last));

            while (live.current().rules() != last) {
                Thread.onSpinWait();
            }

            assertThat(found(live)).containsExactly("d-0001");
        }
    }

    static List<Supplier<Version>> failing() {
        return List.of(
                () -> {
                    throw new IllegalStateException("no such rules");
                },
                () -> {
                    throw new StackOverflowError();
                },
                () -> {
                    throw new OutOfMemoryError();
                });
    }

    @ParameterizedTest
    @MethodSource("failing")
    void rulesThatCannotBeMadeLeaveTheOldOnesInForceAndTheNextAreMade(Supplier<Version> failing)
            throws InterruptedException {
        try (var live = live(rules("a", 1))) {
            var old = live.current().rules();
            live.replace(failing);
            told.await();
            assertThat(found(live)).containsExactly("a-0001");
            assertThat(failures).hasSize(1);

            live.replace(() -> new Version(1, rules("b", 1)));
            awaitOther(live, old);

            assertThat(found(live)).containsExactly("b-0001");
        }
    }

    /** Counted in bytes that the events' thread allocates, which no other process on the machine changes. */
    @Test
    void theFirstEventUnderNewRulesDoesHardlyMoreThanTheNext() {
        long inTheirOwnThread = bytes(() -> rules("x", MANY).matching(EXPAND));
        long unprepared = firstEvent(rules("y", MANY));
        try (var live = live(rules("a", MANY))) {
            found(live);
            var old = live.current().rules();
            live.replace(() -> new Version(1, rules("b", MANY)));
            awaitOther(live, old);

            long first = firstEvent(live.current().rules());

            assertThat(first).isLessThan(unprepared / 2).isLessThan(inTheirOwnThread / 10);
        }
    }

    private static long firstEvent(RuleSet rules) {
        return bytes(() -> assertThat(rules.matching(EXPAND)).hasSize(1));
    }

    private static long bytes(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        work.run();
        return threads.getThreadAllocatedBytes(id) - before;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(Objects.toString(e.getMessage()), e);
        }
    }
}
