package io.weir.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own table of Sigma's semantics, from the specification and from the mistakes of other engines: {@code semantics.jsonl}. */
class SemanticsTest {

    static List<Semantics> table() throws IOException {
        var json = new ObjectMapper();
        var table = new ArrayList<Semantics>();
        var resource = Objects.requireNonNull(SemanticsTest.class.getResourceAsStream("semantics.jsonl"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                table.add(Semantics.of(json.readTree(line)));
            }
        }
        return table;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void holds(Semantics line) {
        line.holds();
        line.holdsOfRecords();
    }
}
