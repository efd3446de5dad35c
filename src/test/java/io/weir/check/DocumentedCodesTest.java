package io.weir.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the document says of codes is what the code says of them. */
class DocumentedCodesTest {

    @Test
    void everyCodeIsDocumentedInItsOrder() throws IOException {
        var rows = Files.readAllLines(Path.of("docs/check.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(DocumentedCodesTest::row)
                        .toList());
    }

    private static String row(ProblemCode code) {
        return "| `" + code.label() + "` | " + code.severity().label() + " | " + escaped(code.meaning()) + " | "
                + escaped(code.fix()) + " |";
    }

    private static String escaped(String words) {
        return words.replace("|", "\\|");
    }
}
