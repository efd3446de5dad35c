package io.weir.job.sink;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log as a sink of dead letters: each distinct reason is logged with the first letter that has it, and how often it came at the end. */
public record LogSink() implements Sink<DeadLetter> {

    private static final Logger LOG = LoggerFactory.getLogger(LogSink.class);

    @Override
    public SinkWriter<DeadLetter> createWriter(WriterInitContext context) {
        return new Writer(new DistinctReasons());
    }

    private record Writer(DistinctReasons reasons) implements SinkWriter<DeadLetter> {

        @Override
        public void write(DeadLetter letter, Context context) {
            if (reasons.isNew(letter.reason())) {
                LOG.warn("dead letter from {}: {}", letter.from(), letter.reason());
            }
        }

        @Override
        public void flush(boolean endOfInput) {
            // The log has it already.
        }

        @Override
        public void close() {
            reasons.counts().forEach((reason, count) -> LOG.warn("{} dead letters: {}", count, reason));
        }
    }
}
