package io.weir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.event.Undecodable;
import io.weir.job.rules.RuleStore;
import io.weir.job.rules.Ruled;
import io.weir.job.run.Tally;
import io.weir.job.sink.DeadLetter;
import io.weir.job.source.Coordinates;
import io.weir.job.source.Samples;
import io.weir.job.source.Telemetry;
import io.weir.job.source.TelemetryCodec;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the operator in front of the shuffle makes of events, of what is none, and of an event that it fails at. */
class RuleMatchFunctionTest {

    private static final RuleFile RULE = new RuleFile("expand.yml", """
            title: Expand
            id: 33333333-0000-4000-8000-000000000001
            logsource: {product: windows, category: process_creation}
            detection: {s: {Image|endswith: '\\expand.exe'}, condition: s}
            """.getBytes(UTF_8));

    private static final RuleSetSource RULES = RuleSetSource.of(List.of(RULE), List.of(), RuleSet.DEFAULT_STAGES);

    @TempDir
    Path folder;

    private final Outlet<Ruled<MatchedEvent>> outlet = new Outlet<>();
    private OneInputStreamOperatorTestHarness<Telemetry, Ruled<MatchedEvent>> operator;

    @BeforeEach
    void open() throws Exception {
        start(new RuleMatchFunction(RULES));
    }

    private void start(RuleMatchFunction function) throws Exception {
        operator = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(function), TelemetryCodec.TYPE.createSerializer(new SerializerConfigImpl()));
        operator.setOutputCreator(serializer -> outlet);
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    private void process(Telemetry telemetry) throws Exception {
        operator.processElement(new StreamRecord<>(telemetry));
    }

    private static Coordinates at(long offset) {
        return Coordinates.ofRecord("windows", 0, offset);
    }

    private static Event event(long record) {
        return EventDecoder.standard()
                .decode(Samples.bytes(Samples.event(record)), Stamp.NONE)
                .events()
                .get(0);
    }

    /** An event whose fields can't be asked for. */
    private static Event faulty(long record, Throwable failure) {
        var event = event(record);
        return (Event) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("field")) {
                        throw failure;
                    }
                    try {
                        return method.invoke(event, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private long counted(Tally tally) {
        var counter =
                operator.getEnvironment().getAccumulatorRegistry().getUserMap().get(tally.name());
        return ((LongCounter) Objects.requireNonNull(counter)).getLocalValue();
    }

    /** With state of that kind in the operator Flink takes no checkpoint any more as soon as one subtask has read all that there is for it, and another has not. */
    @Test
    void noUnionStateKeepsARunOverFilesFromItsCheckpoints() throws Exception {
        var state = operator.snapshot(1, 1).getManagedOperatorState();

        assertThat(state)
                .flatExtracting(
                        handle -> handle.getStateNameToPartitionOffsets().values())
                .extracting(OperatorStateHandle.StateMetaInfo::getDistributionMode)
                .doesNotContain(OperatorStateHandle.Mode.UNION);
    }

    @Test
    void whatMatchesTravelsOnAndWhatCouldNotBeReadIsADeadLetter() throws Exception {
        process(new Telemetry.Decoded(event(1), at(1)));
        process(new Telemetry.Unread(new Undecodable("no JSON", new byte[] {1}), at(2)));

        assertThat(outlet.take()).hasSize(1);
        assertThat(outlet.take(RuleMatchFunction.DEAD_LETTERS))
                .extracting(DeadLetter::reason)
                .containsExactly("no JSON");
        assertThat(counted(Tally.EVENTS)).isEqualTo(1);
        assertThat(counted(Tally.MATCHED)).isEqualTo(1);
        assertThat(counted(Tally.DEAD_LETTERS)).isEqualTo(1);
        assertThat(counted(Tally.FAULTS)).isZero();
    }

    @Test
    @Timeout(60)
    void aVersionOfTheRulesThatIsRefusedIsADeadLetterBesideTheNextEvent() throws Exception {
        operator.close();
        var store = RuleStore.at(new org.apache.flink.core.fs.Path(folder.toUri()));
        start(new RuleMatchFunction(RULES.followedBy(store, false), Duration.ofMillis(5)));

        long bad = store.publish(List.of(new RuleFile("bad.yml", "title: [".getBytes(UTF_8))));
        var letters = new ArrayList<DeadLetter>();
        long sent = 0;
        while (letters.isEmpty()) {
            process(new Telemetry.Decoded(event(++sent), at(sent)));
            letters.addAll(outlet.take(RuleMatchFunction.DEAD_LETTERS));
        }

        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).from().toString()).endsWith("/" + RuleStore.name(bad) + ".zip");
        assertThat(letters.get(0).reason())
                .startsWith("the rules " + RuleStore.name(bad)
                        + " are refused: 0 rules in force, 1 refused; first bad.yml:1:")
                .endsWith("; those before stay")
                .doesNotContain("\n");
        assertThat(outlet.take()).as("by the rules before").hasSize((int) sent);
        assertThat(counted(Tally.DEAD_LETTERS)).as("of telemetry").isZero();
    }

    @Test
    void anEventThatAFaultIsMetAtIsADeadLetterAndTheOthersGoOn() throws Exception {
        process(new Telemetry.Decoded(faulty(1, new IllegalStateException("secret of the event")), at(1)));
        process(new Telemetry.Decoded(faulty(2, new StackOverflowError()), at(2)));
        process(new Telemetry.Decoded(event(3), at(3)));

        var letters = outlet.take(RuleMatchFunction.DEAD_LETTERS);
        assertThat(letters).extracting(DeadLetter::from).containsExactly(at(1), at(2));
        assertThat(letters.get(0).reason())
                .startsWith("could not be matched, which is a fault of Weir: java.lang.IllegalStateException at ")
                .doesNotContain("secret");
        assertThat(letters.get(0).bytes()).isEqualTo(event(1).bytes());
        assertThat(outlet.take()).hasSize(1);
        assertThat(counted(Tally.FAULTS)).isEqualTo(2);
        assertThat(counted(Tally.EVENTS)).isEqualTo(1);
    }
}
