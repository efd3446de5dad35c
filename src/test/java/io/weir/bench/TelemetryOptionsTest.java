package io.weir.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.job.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TelemetryOptionsTest {

    @TempDir
    private Path folder;

    @Test
    void foldersAreGoneThroughAndFilesAreTakenAsTheyAreNamed() throws IOException {
        var deep = Files.createDirectories(folder.resolve("recordings/day"));
        var second = Files.createFile(deep.resolve("b.ndjson"));
        var first = Files.createFile(deep.resolve("a.ndjson.gz"));
        var alone = Files.createFile(folder.resolve("alone.ndjson"));

        assertThat(options(alone, folder.resolve("recordings")).files(folder)).containsExactly(alone, first, second);
    }

    @Test
    void aFolderWithoutAFileIsRefused() throws IOException {
        var options = options(Files.createDirectory(folder.resolve("empty")));

        assertThatThrownBy(() -> options.files(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no file in " + folder.resolve("empty"));
    }

    private static TelemetryOptions options(Path... paths) {
        var arguments = new String[paths.length + 1];
        arguments[0] = "--events";
        for (int i = 0; i < paths.length; i++) {
            arguments[i + 1] = paths[i].toString();
        }
        return CommandLine.populateCommand(new TelemetryOptions(), arguments);
    }
}
