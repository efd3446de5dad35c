package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** A command as a person types it. */
final class TypedCommand {

    private TypedCommand() {}

    /** How a command ended, and all that it printed. */
    record Ended(int exit, String said) {}

    /** Runs one that has to succeed; what it printed. */
    static String weir(String... arguments) {
        var ended = run(arguments);
        assertThat(ended.exit()).as("%s", ended.said()).isZero();
        return ended.said();
    }

    static Ended run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit;
        try (var printed = new PrintStream(err, true, UTF_8)) {
            exit = WeirCommand.run(new Streams(out, printed), arguments);
        }
        return new Ended(exit, out.toString(UTF_8) + err.toString(UTF_8));
    }
}
