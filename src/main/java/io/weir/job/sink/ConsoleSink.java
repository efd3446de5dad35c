package io.weir.job.sink;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableFunction;

/**
 * The terminal as a sink: what is said appears at once, in UTF-8 whatever the locale. Run it with a parallelism of 1.
 *
 * @param text what to print of an element, line ends included; empty for nothing. It answers for control characters.
 */
public record ConsoleSink<T>(SerializableFunction<T, String> text) implements Sink<T> {

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(text, System.out);
    }

    private record Writer<T>(SerializableFunction<T, String> text, PrintStream out) implements SinkWriter<T> {

        @Override
        public void write(T element, Context context) {
            byte[] bytes = text.apply(element).getBytes(StandardCharsets.UTF_8);
            out.write(bytes, 0, bytes.length);
        }

        @Override
        public void flush(boolean endOfInput) {
            out.flush();
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
