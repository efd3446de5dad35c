package io.weir.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EditsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] EVENT =
            "{\"EventID\":1,\"Nested\":{\"CommandLine\":\"cmd /c\",\"Image\":\"C:\\\\a\\\\b.exe\"},\"List\":[\"x\",2,null]}"
                    .getBytes(UTF_8);

    @Test
    void everyCommandLineIsNewAndNothingElseChanges() {
        var lines = made(Edits.newCommandLines(), 500);

        assertThat(lines.stream().distinct()).hasSize(500);
        assertThat(lines).allSatisfy(line -> {
            var event = JSON.readTree(line);
            assertThat(event.at("/Nested/CommandLine").textValue()).startsWith("cmd /c ");
            assertThat(event.at("/Nested/Image").textValue()).isEqualTo("C:\\a\\b.exe");
            assertThat(event.at("/List")).isEqualTo(JSON.readTree(EVENT).at("/List"));
        });
    }

    @Test
    void aPathBeyondAsciiStillEndsAsItDid() {
        assertThat(made(Edits.beyondAscii(), 50)).allSatisfy(line -> {
            var image = JSON.readTree(line).at("/Nested/Image").textValue();
            assertThat(image).startsWith("C:\\a\\").endsWith("\\b.exe").matches(".*\\P{ASCII}.*");
        });
    }

    @Test
    void aScriptBlockHasItsLengthInBytes() throws Exception {
        var made = Edits.scriptBlocks(32 << 10, List.of("Get-Item", "$x"))
                .of(List.of("{\"ScriptBlockText\":\"\"}".getBytes(UTF_8)), 3, JSON);

        assertThat(made)
                .extracting(line ->
                        JSON.readTree(line).at("/ScriptBlockText").textValue().length())
                .containsOnly(32 << 10);
        assertThat(made.stream().map(String::new).collect(Collectors.toSet())).hasSize(3);
    }

    @Test
    void aHostileCommandLineHoldsLiteralsButForTheirLastCharacters() throws Exception {
        var literals = List.of("mimikatz", "sekurlsa", "urlcache");

        assertThat(made(Edits.hostile(literals), 20))
                .allSatisfy(line -> assertThat(
                                JSON.readTree(line).at("/Nested/CommandLine").textValue())
                        .contains("mimikat", "sekurls")
                        .doesNotContain(literals)
                        .hasSizeGreaterThanOrEqualTo(8_000));
    }

    private static List<String> made(Edit edit, int count) {
        return edit.of(List.of(EVENT), count, JSON).stream()
                .map(line -> new String(line, UTF_8))
                .toList();
    }
}
