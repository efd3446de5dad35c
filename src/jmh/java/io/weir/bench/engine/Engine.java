package io.weir.bench.engine;

import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.Judge;
import io.weir.match.RuleSet;
import java.util.List;
import java.util.function.Supplier;

/** One way through all events of a workload, from their bytes. */
interface Engine {

    /** Goes through the events; how many matches there were. */
    long pass(List<byte[]> events);

    /** Decoding alone: nothing matches. */
    static Engine decoding() {
        var decoder = EventDecoder.standard();
        return events -> {
            for (var event : events) {
                decoder.decode(event, Stamp.NONE);
            }
            return 0;
        };
    }

    /** The plain evaluator. */
    static Engine judge(RuleSet rules) {
        var decoder = EventDecoder.standard();
        return events -> {
            long matches = 0;
            for (var event : events) {
                for (var decoded : decoder.decode(event, Stamp.NONE).events()) {
                    matches += Judge.matching(rules, decoded).size();
                }
            }
            return matches;
        };
    }

    /** Weir's matcher, with each decoder that the supplier gives for a pass. What it remembers beyond is that of the thread which it runs in. */
    static Engine matcher(RuleSet rules, Supplier<EventDecoder> decoders) {
        return events -> {
            var decoder = decoders.get();
            long matches = 0;
            for (var event : events) {
                for (var decoded : decoder.decode(event, Stamp.NONE).events()) {
                    matches += rules.matching(decoded).size();
                }
            }
            return matches;
        };
    }
}
