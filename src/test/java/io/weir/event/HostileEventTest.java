package io.weir.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a hostile sender may send: read or refused within a second of CPU time, and never thrown at. */
class HostileEventTest {

    private static final int MIB = 1 << 20;

    @BeforeAll
    static void theDecoderIsWarm() {
        decode(Records.FLAT.getBytes(UTF_8));
        decode(Records.XML.getBytes(UTF_8));
    }

    private static EventDecoder.Decoded decode(byte[] record) {
        return EventDecoder.standard().decode(record, Stamp.NONE);
    }

    /** Decodes, and asks each event what the job asks, in a second at most. */
    private static EventDecoder.Decoded inTime(byte[] record) {
        var cpu = ManagementFactory.getThreadMXBean();
        long start = cpu.getCurrentThreadCpuTime();
        var decoded = decode(record);
        decoded.events().forEach(event -> {
            assertThat(event.identity().id()).isNotEmpty();
            assertThat(event.fields()).isNotNull();
            assertThat(event.process()).isNotNull();
        });
        assertThat(Duration.ofNanos(cpu.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(1));
        return decoded;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedInTime(String name, byte[] record, String found) {
        var decoded = inTime(record);

        assertThat(decoded.events()).isEmpty();
        assertThat(decoded.undecodable()).singleElement().satisfies(part -> {
            assertThat(part.reason()).contains(found).hasSizeLessThan(600);
            assertThat(part.bytes()).isEqualTo(record);
        });
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        "100 MB of JSON",
                        bytes(flatWith("\"A\":\"" + "x".repeat(100 * MIB) + "\"")),
                        "found a record of 104"),
                Arguments.of("100 MB of XML", bytes(xmlWith("x".repeat(100 * MIB))), "found a record of 104"),
                Arguments.of("100 MB of nothing", new byte[100 * MIB], "found a record of 104"),
                Arguments.of("10,000 levels", bytes(nested(10_000)), "nesting depth (1001)"),
                Arguments.of(
                        "10,000 levels in an event",
                        bytes(flatWith("\"A\":" + nested(10_000))),
                        "nesting depth (1001)"),
                Arguments.of("100 levels in an event", bytes(flatWith("\"A\":" + nested(100))), "more than 64 deep"),
                Arguments.of("a million levels", bytes("[".repeat(1_000_000)), ""),
                Arguments.of(
                        "10,000 elements deep",
                        bytes(xmlWith("<a>".repeat(10_000) + "</a>".repeat(10_000))),
                        "elements more than 64 deep"),
                Arguments.of("broken UTF-8 in a name", raw(flatWith("\"A\u00ff\u00fe\":1")), ""),
                Arguments.of("broken UTF-8 in a value", raw(flatWith("\"A\":\"\u00c3(\"")), ""),
                Arguments.of("a NUL of two bytes", raw(flatWith("\"A\":\"\u00c0\u0080\"")), "0xc0"),
                Arguments.of("a NUL in a value", bytes(flatWith("\"A\":\"a\0b\"")), ""),
                Arguments.of("NULs", new byte[MIB], ""),
                Arguments.of(
                        "half a megabyte of values",
                        bytes(flatWith(many(100_000, "\"f%d\":1"))),
                        "more than 65536 values"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("read")
    void isReadInTime(String name, byte[] record) {
        assertThat(inTime(record).events()).hasSize(1);
    }

    static Stream<Arguments> read() {
        return Stream.of(
                Arguments.of("an escaped NUL", bytes(flatWith("\"A\":\"a\\u0000b\""))),
                Arguments.of("a number of a megabyte", bytes(flatWith("\"A\":" + "9".repeat(MIB)))),
                Arguments.of("names of one hash", bytes(flatWith(colliding(12)))),
                Arguments.of("a name 60,000 times", bytes(flatWith(many(60_000, "\"A\":1")))),
                Arguments.of("60,000 names", bytes(flatWith(many(60_000, "\"f%d\":1")))),
                Arguments.of("a huge exponent", bytes(flatWith("\"A\":1e999999999"))),
                Arguments.of("a value of three megabytes", bytes(flatWith("\"A\":\"" + "x".repeat(3 * MIB) + "\""))),
                Arguments.of("a NUL that is referred to", bytes(xmlWith("<Data Name='A'>&#0;</Data>"))),
                Arguments.of("an entity", bytes(xmlWith("<Data Name='A'>&lol;</Data>"))),
                Arguments.of("a name 20,000 times in XML", bytes(xmlWith("<Data Name='A'>1</Data>".repeat(20_000)))));
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
    }

    private static String flatWith(String member) {
        return Records.FLAT.stripTrailing().replaceFirst("}$", "," + Matcher.quoteReplacement(member) + "}");
    }

    private static String xmlWith(String data) {
        return Records.XML.replace("</EventData>", data + "</EventData>");
    }

    private static String many(int number, String member) {
        return IntStream.range(0, number).mapToObj(member::formatted).collect(Collectors.joining(","));
    }

    /** Two to the power of so many names, whose hash is the same in Java. */
    private static String colliding(int power) {
        return IntStream.range(0, 1 << power)
                .mapToObj(bits -> IntStream.range(0, power)
                        .mapToObj(bit -> (bits >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", "\"", "\":1")))
                .collect(Collectors.joining(","));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** Each character of the text is a byte. */
    private static byte[] raw(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
