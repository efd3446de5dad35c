package io.weir.job.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        for (var name : List.of(
                "b.json",
                "a.NDJSON.gz",
                "c.jsonl",
                "README.md",
                ".hidden.json",
                "_part.json",
                "deep/er/d.json.gz",
                ".git/e.json")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void aFolderGivesItsFilesOfTelemetryAtAnyDepthSorted() throws IOException {
        assertThat(found(folder)).containsExactly("a.NDJSON.gz", "b.json", "c.jsonl", "deep/er/d.json.gz");
    }

    @Test
    void aNamedFileIsReadWhateverItsName() throws IOException {
        assertThat(found(folder.resolve("README.md"), folder.resolve(".hidden.json")))
                .containsExactly(".hidden.json", "README.md");
    }

    @Test
    void aFileNamedTwiceIsReadOnce() throws IOException {
        assertThat(found(folder.resolve("deep"), folder.resolve("deep/er/d.json.gz"), folder.resolve("deep")))
                .containsExactly("deep/er/d.json.gz");
    }

    @Test
    void namesMayHaveColons() throws IOException {
        Files.createDirectories(folder.resolve("at 10:00"));
        Files.createFile(folder.resolve("at 10:00/2026-01-31T10:00:00.json"));
        assertThat(found(folder)).contains("at 10:00/2026-01-31T10:00:00.json").hasSize(5);
        assertThat(found(folder.resolve("at 10:00"))).hasSize(1);
    }

    @Test
    void aHiddenLinkToNothingIsPassedBy() throws IOException {
        Files.createSymbolicLink(folder.resolve(".#b.json"), folder.resolve("nowhere"));
        assertThat(found(folder)).hasSize(4);
    }

    @Test
    void aPathThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> found(folder.resolve("nowhere"))).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void aFolderThatLinksToItselfComesToAnEnd() throws IOException {
        Files.createSymbolicLink(folder.resolve("deep/er/again"), folder.resolve("deep"));
        assertThat(found(folder.resolve("deep"))).isNotEmpty().allMatch(path -> path.endsWith("d.json.gz"));
    }

    @Test
    void eachFileIsOneSplitWithAnIdOfItsOwn() throws IOException {
        var paths = new org.apache.flink.core.fs.Path[] {path(folder)};
        var splits = new TelemetryFiles().enumerateSplits(paths, 16);
        assertThat(splits).hasSize(4).extracting(split -> split.splitId()).doesNotHaveDuplicates();
    }

    private List<String> found(Path... paths) throws IOException {
        return TelemetryFiles.find(
                        Arrays.stream(paths).map(TelemetryFilesTest::path).toList())
                .stream()
                .map(file -> folder.toUri().relativize(file.getPath().toUri()).getPath())
                .toList();
    }

    private static org.apache.flink.core.fs.Path path(Path path) {
        return org.apache.flink.core.fs.Path.fromLocalFile(path.toFile());
    }
}
