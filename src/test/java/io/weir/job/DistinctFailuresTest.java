package io.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

class DistinctFailuresTest {

    private final List<String> logged = new ArrayList<>();
    private DistinctFailures failures;

    @BeforeEach
    void listen() {
        failures = new DistinctFailures((Logger) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Logger.class}, (log, method, arguments) -> {
                    logged.add(method.getName() + ": " + said(arguments));
                    return null;
                }));
    }

    private static String said(Object... arguments) {
        var values = arguments[1] instanceof Object[] all
                ? all
                : IntStream.range(1, arguments.length)
                        .mapToObj(i -> arguments[i])
                        .toArray();
        var said = MessageFormatter.arrayFormat((String) arguments[0], values);
        return said.getMessage() + (said.getThrowable() == null ? "" : " with a trace");
    }

    private static RuntimeException one() {
        return new IllegalStateException("one");
    }

    private static RuntimeException another() {
        return new IllegalStateException("another");
    }

    @Test
    void theFirstOfAKindIsToldWholeAndThenItsPowersOfTen() {
        for (int i = 1; i <= 150; i++) {
            failures.tell("event " + i, one());
        }

        assertThat(logged).hasSize(3);
        assertThat(logged.get(0)).isEqualTo("error: event 1; more of the kind are counted with a trace");
        assertThat(logged.get(1)).contains(".one(").endsWith(": 10 times by now, the last: event 10");
        assertThat(logged.get(2)).endsWith(": 100 times by now, the last: event 100");
    }

    @Test
    void failuresOfAnotherPlaceAreOfAnotherKind() {
        var first = failures.tell("a", one());
        var second = failures.tell("b", another());

        assertThat(first).startsWith("java.lang.IllegalStateException at ").isNotEqualTo(second);
        assertThat(logged).hasSize(2).allMatch(line -> line.endsWith("with a trace"));
    }

    @Test
    void kindsBeyondThoseThatAreRememberedAreCountedTogether() {
        for (int i = 0; i < 1_100; i++) {
            failures.tell("event " + i, at(i));
        }

        assertThat(logged.stream().filter(line -> line.endsWith("with a trace")))
                .hasSize(1_001);
        assertThat(logged).contains("error: other kinds: 100 times by now, the last: event 1099");
    }

    private static RuntimeException at(int line) {
        var failure = one();
        failure.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("Somewhere", "at", "Somewhere.java", line)});
        return failure;
    }
}
