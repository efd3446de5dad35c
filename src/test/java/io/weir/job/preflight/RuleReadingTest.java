package io.weir.job.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.job.UserError;
import io.weir.parse.RuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleReadingTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatTwoPathsNameIsReadOnce() throws IOException {
        var rule = Files.writeString(folder.resolve("a.yml"), "title: a");
        assertThat(RuleReading.read(List.of(rule, folder)))
                .extracting(RuleFile::name)
                .containsExactly(rule.toString());
    }

    @Test
    void aFolderWithoutRulesIsSaidThoughAnotherHasSome() throws IOException {
        var rule = Files.writeString(folder.resolve("a.yml"), "title: a");
        var empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> RuleReading.read(List.of(rule, empty)))
                .isInstanceOf(UserError.class)
                .hasMessage("--rules " + empty + " has no rule files; their names end with .yml or .yaml");
    }

    @Test
    void aPathThatIsNotThereIsSaid() {
        var gone = folder.resolve("gone");
        assertThatThrownBy(() -> RuleReading.read(List.of(gone)))
                .isInstanceOf(UserError.class)
                .hasMessage("--rules " + gone + " is not there; name a file or a folder that is");
    }
}
