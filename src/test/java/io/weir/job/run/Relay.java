package io.weir.job.run;

import io.weir.job.Uid;
import io.weir.job.codec.CodecType;
import io.weir.job.option.JobOptions;
import io.weir.job.option.JobSettings;
import io.weir.job.sink.ConsoleSink;
import io.weir.job.sink.DeadLetter;
import io.weir.job.sink.DeadLetterCodec;
import io.weir.job.sink.DeadLetterOutlet;
import io.weir.job.sink.Destination;
import io.weir.job.sink.FolderSink;
import io.weir.job.sink.OutboundRecord;
import io.weir.job.sink.TopicSink;
import io.weir.job.source.Coordinates;
import io.weir.job.source.CoordinatesCodec;
import io.weir.job.source.Telemetry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The smallest job between all sources and sinks: every event is an alert. An even record number withdraws it again. */
public final class Relay {

    private static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters", DeadLetterCodec.TYPE);

    private Relay() {}

    /** Builds the job and runs it in this process, as the command does. */
    public static void main(String... arguments) {
        var settings = JobOptions.parse(arguments).settings();
        try (var run = EmbeddedRun.of(settings)) {
            var environment = run.environment();
            build(environment, settings);
            System.out.println("ended: "
                    + run.run(environment, "relay", System.err::println).line());
        }
    }

    static void build(StreamExecutionEnvironment environment, JobSettings settings) {
        var telemetry = settings.source().addTo(environment).uid(Uid.SOURCE);
        var coordinates = telemetry
                .process(new Split(), new CodecType<>(Coordinates.class, new CoordinatesCodec()))
                .uid(Uid.MATCH);
        DeadLetterOutlet.attach(coordinates.getSideOutput(DEAD_LETTERS), settings.deadLetters())
                .uid(Uid.DEAD_LETTERS);
        settings.alerts().forEach(place -> place.match(new Alerts(coordinates)));
    }

    static OutboundRecord outbound(Coordinates from) {
        var value = from.number() % 2 == 0 ? "" : "{\"from\":\"" + from + "\"}";
        return new OutboundRecord(
                from.toString(), utf8(value), () -> utf8("{\"id\":\"" + from + "\"}"), Map.of("weir", from.place()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Alerts(DataStream<Coordinates> stream) implements Destination.Cases<DataStreamSink<?>> {

        @Override
        public DataStreamSink<?> topic(TopicSink sink) {
            return stream.sinkTo(sink.sink(Relay::outbound)).uid(Uid.ALERT_TOPIC);
        }

        @Override
        public DataStreamSink<?> folder(FolderSink sink) {
            return stream.sinkTo(sink.sink(Relay::outbound)).uid(Uid.ALERT_FOLDER);
        }

        @Override
        public DataStreamSink<?> terminal() {
            return stream.sinkTo(new ConsoleSink<>(from -> "ünicode " + from + "\n"))
                    .setParallelism(1)
                    .uid(Uid.ALERT_TERMINAL);
        }

        @Override
        public DataStreamSink<?> log() {
            throw new IllegalArgumentException("alerts go somewhere");
        }
    }

    private static final class Split extends ProcessFunction<Telemetry, Coordinates> {

        private transient @Nullable LongCounter events;
        private transient @Nullable LongCounter deadLetters;

        @Override
        public void open(OpenContext context) {
            events = Tally.EVENTS.counter(getRuntimeContext());
            deadLetters = Tally.DEAD_LETTERS.counter(getRuntimeContext());
        }

        @Override
        public void processElement(Telemetry telemetry, Context context, Collector<Coordinates> out) {
            telemetry.match(new Telemetry.Cases<Boolean>() {
                @Override
                public Boolean decoded(Telemetry.Decoded decoded) {
                    Objects.requireNonNull(events).add(1L);
                    out.collect(decoded.from());
                    return true;
                }

                @Override
                public Boolean unread(Telemetry.Unread unread) {
                    Objects.requireNonNull(deadLetters).add(1L);
                    context.output(DEAD_LETTERS, DeadLetter.of(unread));
                    return false;
                }
            });
        }
    }
}
