package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RuleFilesTest {

    @TempDir
    private Path folder;

    @Test
    void findsRuleFilesBelowAFolderSortedByPath() throws IOException {
        write("b.yml", "a/z.yaml", "a/a/x.YML", "c.txt", "d.yml.bak", "e.json");
        assertThat(names(folder)).containsExactly("a/a/x.YML", "a/z.yaml", "b.yml");
    }

    @Test
    void readsAFileThatIsNamedWhateverItsName() throws IOException {
        write("rules.txt");
        var files = RuleParser.read(List.of(folder.resolve("rules.txt")));
        assertThat(files).hasSize(1);
        assertThat(files.get(0).bytes()).asString().isEqualTo("# rules.txt");
        assertThat(files.get(0).name()).isEqualTo(folder.resolve("rules.txt").toString());
    }

    @Test
    void givesNothingForAFolderWithoutRules() throws IOException {
        write("README.md");
        assertThat(RuleParser.read(List.of(folder))).isEmpty();
        assertThat(RuleParser.read(List.of())).isEmpty();
    }

    @Test
    void failsForAPathThatIsNotThere() {
        var nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> RuleParser.read(List.of(folder, nowhere)))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(nowhere.toString());
    }

    @Test
    void tellsOfALinkThatLeadsNowhereAndReadsTheOthers() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.yml"), folder.resolve("nowhere.yml"));
        Files.createSymbolicLink(folder.resolve("b.yml"), folder.resolve("b.yml"));
        write("c.yml");
        assertThat(troubles()).containsExactly("a link that leads nowhere", "a link that leads nowhere", "");
    }

    @Test
    @Timeout(30)
    void waitsForNoPipe() throws IOException, InterruptedException {
        var pipe = folder.resolve("a.yml");
        Assumptions.assumeTrue(isMade(pipe), "no mkfifo here");
        write("b.yml");
        assertThat(troubles()).containsExactly("no regular file", "");
        var named = RuleParser.read(List.of(pipe));
        assertThat(RuleParser.parse(named).problems().get(0).render()).isEqualTo(pipe + """
                :1:1: error: the file can't be read: no regular file [unreadable-file]
                  expected  a file that can be read, or none under this name
                """);
    }

    private static boolean isMade(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private List<String> troubles() throws IOException {
        return RuleParser.read(List.of(folder)).stream().map(RuleFile::trouble).toList();
    }

    @Test
    void doesNotWalkInCircles() throws IOException {
        write("a/b.yml");
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
        assertThat(names(folder)).containsExactly("a/b.yml");
    }

    @Test
    void readsAFileOnceHoweverItIsReached() throws IOException {
        write("a/b.yml");
        Files.createSymbolicLink(folder.resolve("again"), folder.resolve("a"));
        assertThat(names(folder, folder.resolve("a/b.yml"), folder.resolve("a")))
                .containsExactly("a/b.yml");
    }

    @Test
    void readsAMountedConfigMapOnce() throws IOException {
        write("..2026_11_01/rule.yml", ".git/config.yml", ".hidden.yml");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_01"));
        Files.createSymbolicLink(folder.resolve("rule.yml"), Path.of("..data/rule.yml"));
        assertThat(names(folder)).containsExactly("rule.yml");
    }

    @Test
    void readsAFolderWhoseOwnNameBeginsWithADot() throws IOException {
        write(".rules/a.yml");
        assertThat(names(folder.resolve(".rules"))).containsExactly(".rules/a.yml");
    }

    @Test
    void readsOfAHugeFileOnlyWhatItTakesToRefuseIt() throws IOException {
        var huge = folder.resolve("huge.yml");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        var files = RuleParser.read(List.of(folder));
        assertThat(files.get(0).bytes()).hasSize((1 << 20) + 1);
        assertThat(RuleParser.parse(files).problems().get(0).found()).isEqualTo("the file is larger than 1 MiB");
    }

    private List<String> names(Path... paths) throws IOException {
        return RuleParser.read(List.of(paths)).stream()
                .map(file -> folder.relativize(Path.of(file.name())).toString())
                .toList();
    }

    private void write(String... names) throws IOException {
        for (var name : names) {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "# " + name);
        }
    }
}
