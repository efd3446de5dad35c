package io.weir.event;

import static io.weir.event.Records.decode;
import static io.weir.event.Records.event;
import static io.weir.event.Records.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every shape says of one and the same process start. */
abstract class EventContract {

    private static final Stamp TRANSPORT = Stamp.ofMillis(1_800_000_000_000L);

    private final String record;

    EventContract(String record) {
        this.record = record;
    }

    /** The time that the shape gives the start at 05:06:07.123456. */
    abstract Stamp expectedTime();

    /** When the record says that it was collected, else the transport's stamp. */
    abstract Stamp expectedArrival(Stamp transport);

    /** A record that holds the event twice. */
    String twice(String event) {
        return "[" + event + ",\n " + event + "]";
    }

    /** The same event with other blanks between its parts. */
    String respaced(String event) {
        return event.replace("\",\"", "\" , \"");
    }

    @Test
    void namesWhatTheLogSystemSays() {
        var event = event(record);

        assertThat(event.channel()).isEqualTo("Microsoft-Windows-Sysmon/Operational");
        assertThat(event.provider()).isEqualTo("Microsoft-Windows-Sysmon");
        assertThat(event.eventId()).isEqualTo(1);
        assertThat(event.recordNumber()).isEqualTo(77);
        assertThat(event.host()).isEqualTo(new HostId("ws-7.example.org"));
    }

    @Test
    void showsItsFieldsUnderSigmasNames() {
        var event = event(record);

        assertThat(event.field("Image")).contains(text("C:\\Windows\\System32\\expand.exe"));
        assertThat(event.field("Provider_Name")).contains(text("Microsoft-Windows-Sysmon"));
        assertThat(event.field("Channel")).contains(text("Microsoft-Windows-Sysmon/Operational"));
        assertThat(event.field("Computer")).contains(text("WS-7.Example.org"));
        assertThat(event.field("EventID").map(ValueText::of)).contains("1");
        assertThat(event.field("image")).as("names count their case").isEmpty();
    }

    @Test
    void listsTheFieldsThatItFinds() {
        var event = event(record);

        assertThat(event.fields())
                .allSatisfy((name, value) -> assertThat(event.field(name)).contains(value));
        assertThat(event.fields().keySet()).containsSubsequence("Image", "CommandLine", "User", "ParentImage");
        assertThatThrownBy(() -> event.fields().put("Image", text("another")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void knowsWhenItHappenedAndArrived() {
        var event = event(record, TRANSPORT);

        assertThat(event.time()).isEqualTo(expectedTime());
        assertThat(event.arrival()).isEqualTo(expectedArrival(TRANSPORT));
    }

    @Test
    void neverTakesUtcTimeForTheTime() {
        assertThat(event(record).time().iso()).startsWith("2026-03-04");
    }

    @Test
    void tellsOfTheProcessThatStarted() {
        assertThat(event(record).process())
                .isEqualTo(new ProcessFacts(
                        ProcessFacts.Life.START,
                        "aaaaaaaa-0001-0002-0003-000000000004",
                        "bbbbbbbb-0001-0002-0003-000000000004",
                        "4242",
                        "700",
                        "C:\\Windows\\System32\\expand.exe",
                        "expand a.cab b.exe",
                        "EXAMPLE\\ada",
                        "C:\\Windows\\explorer.exe",
                        "explorer",
                        ProcessFacts.Log.SYSMON,
                        ""));
    }

    @Test
    void keepsTheBytesThatItCameFrom() {
        assertThat(event(record).bytes()).isEqualTo(record.getBytes(UTF_8));
    }

    @Test
    void hasOneIdentityInAllItsCopies() {
        var identity = event(record).identity();

        assertThat(event(record).identity()).isEqualTo(identity);
        assertThat(decode(twice(record)).events()).extracting(Event::identity).containsOnly(identity);
        assertThat(identity.id()).matches("[0-9a-f]{32}");
        assertThat(identity.contentHash()).matches("[0-9a-f]{32}").isNotEqualTo(identity.id());
    }

    @Test
    void keepsItsIdWhenItIsWrittenWithOtherBlanks() {
        var copy = event(respaced(record));

        assertThat(copy.identity().id()).isEqualTo(event(record).identity().id());
        assertThat(copy.identity().contentHash())
                .isNotEqualTo(event(record).identity().contentHash());
    }

    @Test
    void saysTheSameToEveryThread() throws Exception {
        var event = event(record);
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Object> asks = () -> event.identity().toString() + event.process();
            var answers =
                    pool.invokeAll(IntStream.range(0, 64).mapToObj(i -> asks).toList());

            for (var answer : answers) {
                assertThat(answer.get())
                        .isEqualTo(event(record).identity().toString()
                                + event(record).process());
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
