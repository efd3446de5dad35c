package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.Locale;

/** Lines of output, buffered, in UTF-8. */
final class Output implements AutoCloseable {

    private final BufferedWriter writer;

    Output(OutputStream out) {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16);
    }

    /**
     * Writes text and a line end.
     *
     * @throws OutputClosed where nobody reads any more
     * @throws CommandError where it can't be written
     */
    void line(String text) {
        try {
            writer.write(text);
            writer.write('\n');
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Writes what is buffered; the stream below stays open. */
    @Override
    public void close() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(IOException cause) {
        var reason = String.valueOf(cause.getMessage());
        return reason.toLowerCase(Locale.ROOT).contains("pipe")
                ? new OutputClosed(cause)
                : new CommandError("the output can't be written: " + reason, cause);
    }
}
