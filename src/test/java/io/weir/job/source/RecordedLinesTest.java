package io.weir.job.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedLinesTest {

    @Test
    void filesAndFoldersOfFilesGiveEachLineOnceInTheOrderOfTime(@TempDir Path folder) throws IOException {
        var deep = Files.createDirectories(folder.resolve("recordings/day"));
        write(folder.resolve("recordings/b.ndjson"), at(3), at(1));
        write(deep.resolve("a.ndjson"), at(2), "", at(1));
        var alone = write(folder.resolve("alone.ndjson"), at(0));

        var lines = RecordedLines.of(List.of(folder.resolve("recordings"), alone));

        assertThat(lines)
                .extracting(line -> new String(line.bytes(), UTF_8))
                .containsExactly(at(0), at(1), at(2), at(3));
    }

    private static String at(int second) {
        return Samples.event("ws-7.corp.example", 7, "2020-03-01T12:00:0" + second + "Z");
    }

    private static Path write(Path file, String... lines) throws IOException {
        return Files.write(file, List.of(lines));
    }
}
