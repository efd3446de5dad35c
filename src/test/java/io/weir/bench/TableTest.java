package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void aCaseHasWhatItTookBeyondItsStart() {
        assertThat(printed(measured(4_000_000, 10_000_000)))
                .contains("| 1,000 | 6.0 | 6.0–6.0 |", "| 0.0 |")
                .doesNotContain("too short");
    }

    @Test
    void whereAStartTookMoreThanARunTheTableSaysThatItMeansNothing() {
        assertThat(printed(measured(10_000_000, 4_000_000)))
                .contains("too short to be measured: read and count", "--copies", "--warm-up");
    }

    private static Measured measured(long startNanos, long wholeNanos) {
        var measured = new Measured(Case.read(List.of()));
        measured.add(new Cost(0, startNanos, startNanos, 0), new Cost(1_000, wholeNanos, wholeNanos, 8_000));
        return measured;
    }

    private static String printed(Measured measured) {
        var out = new ByteArrayOutputStream();
        Table.print(List.of(measured), new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }
}
