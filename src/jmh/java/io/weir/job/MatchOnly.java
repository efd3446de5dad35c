package io.weir.job;

import io.weir.check.LoadedRules;
import io.weir.job.codec.RuledMatchedEventCodec;
import io.weir.job.source.Telemetry;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The first part of the job: events are matched, and what is found goes nowhere. It counts them. */
public final class MatchOnly {

    private MatchOnly() {}

    /** Ends a stream of telemetry so. */
    public static void end(DataStream<Telemetry> telemetry, LoadedRules rules) {
        var source = RuleSetSource.of(rules.files(), rules.pipelines().files(), 1);
        telemetry
                .process(new RuleMatchFunction(source))
                .returns(RuledMatchedEventCodec.TYPE)
                .uid(Uid.MATCH)
                .name(Uid.MATCH)
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere")
                .name("nowhere");
    }
}
