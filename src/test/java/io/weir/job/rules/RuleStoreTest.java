package io.weir.job.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of the rules in a folder. */
class RuleStoreTest {

    private static final List<RuleFile> SOME = List.of(file("a/b.yml", "title: a"), file("../c.yml", "title: c"));
    private static final List<RuleFile> OTHERS = List.of(file("a/b.yml", "title: other"));

    @TempDir
    Path folder;

    private RuleStore store = RuleStore.at(new org.apache.flink.core.fs.Path("nowhere"));

    @BeforeEach
    void open() {
        store = RuleStore.at(
                new org.apache.flink.core.fs.Path(folder.resolve("new/store").toUri()));
    }

    private static RuleFile file(String name, String text) {
        return new RuleFile(name, text.getBytes(UTF_8));
    }

    private static List<String> texts(List<RuleFile> files) {
        return files.stream()
                .map(file -> file.name() + ": " + new String(file.bytes(), UTF_8))
                .toList();
    }

    private Path stored(long version) {
        return folder.resolve("new/store").resolve(RuleStore.name(version) + ".zip");
    }

    @Test
    void whatIsPublishedIsNamedAndCanBeRead() throws IOException {
        assertThat(store.current()).isEmpty();

        long version = store.publish(SOME);

        assertThat(store.current()).isEqualTo(OptionalLong.of(version));
        assertThat(texts(store.read(version))).isEqualTo(texts(SOME));
    }

    @Test
    void olderVersionsStayAndTheSameFilesAreTheSameVersion() throws IOException {
        long first = store.publish(SOME);
        long second = store.publish(OTHERS);

        assertThat(second).isNotEqualTo(first);
        assertThat(store.current()).isEqualTo(OptionalLong.of(second));
        assertThat(texts(store.read(first))).isEqualTo(texts(SOME));
        assertThat(store.publish(SOME)).isEqualTo(first);
        assertThat(store.current()).isEqualTo(OptionalLong.of(first));
    }

    @Test
    void ofManyVersionsThoseThatWerePublishedLastAreKept() throws IOException {
        var versions = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            versions.add(store.publish(List.of(file("a.yml", "title: " + i))));
        }
        store.publish(List.of(file("a.yml", "title: 1"))); // It is in force again.

        assertThat(store.prune(3)).containsExactly(versions.get(0), versions.get(2));
        assertThat(versions.stream().filter(version -> Files.exists(stored(version))))
                .containsExactly(versions.get(1), versions.get(3), versions.get(4));
        assertThat(store.prune(3)).as("nothing is left to remove").isEmpty();
        assertThat(store.prune(2)).containsExactly(versions.get(3));
    }

    @Test
    void ofSeveralVersionsTheLatestIsTheOneThatWasPublishedLastAndIsThere() throws IOException {
        long some = store.publish(SOME);
        long others = store.publish(OTHERS);
        assertThat(store.latest(List.of(others, some))).hasValue(others);

        store.publish(SOME);
        assertThat(store.latest(List.of(others, some))).hasValue(some);

        Files.delete(stored(some));
        assertThat(store.latest(List.of(others, some))).hasValue(others);
        assertThat(store.latest(List.of(some))).isEmpty();
    }

    @Test
    void theVersionInForceIsNeverRemovedHoweverItCameToBe() throws IOException {
        long some = store.publish(SOME);
        long others = store.publish(OTHERS);
        Files.writeString(folder.resolve("new/store/current"), RuleStore.name(some));

        assertThat(store.prune(1)).isEmpty();
        assertThat(texts(store.read(some))).isEqualTo(texts(SOME));
        assertThat(texts(store.read(others))).isEqualTo(texts(OTHERS));
    }

    @Test
    void whatIsNotKnownToHaveBeenPublishedIsNotRemoved() throws IOException {
        long some = store.publish(SOME);
        Files.delete(folder.resolve("new/store/published"));
        long others = store.publish(OTHERS);
        store.publish(List.of(file("a.yml", "title: third")));
        Files.writeString(folder.resolve("new/store/published"), "../../passwd\n", StandardOpenOption.APPEND);

        assertThat(store.prune(1)).containsExactly(others);
        assertThat(stored(some)).exists();
    }

    @Test
    void whatIsNotWhatItsNameSaysIsRefused() throws IOException {
        long some = store.publish(SOME);
        long others = store.publish(OTHERS);
        Files.copy(stored(others), stored(some), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> store.read(some))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not hold what its name says");
    }

    /** Behind the files of a ZIP comes a list of them, which nobody needs. */
    @Test
    void aFileThatIsCutOffIsRefusedOrHasAllOfIt() throws IOException {
        long version = store.publish(SOME);
        var bytes = Files.readAllBytes(stored(version));
        int refused = 0;
        for (int length = 0; length < bytes.length; length++) {
            Files.write(stored(version), Arrays.copyOf(bytes, length));
            try {
                assertThat(texts(store.read(version))).isEqualTo(texts(SOME));
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(bytes.length / 4);
    }

    @Test
    void bytesThatAreNoArchiveAreRefused() throws IOException {
        long version = store.publish(SOME);
        var bytes = Files.readAllBytes(stored(version));
        var random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            var broken = bytes.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            Files.write(stored(version), broken);
            try {
                assertThat(texts(store.read(version))).isEqualTo(texts(SOME));
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        long version = store.publish(SOME);
        try (var zip = new ZipOutputStream(Files.newOutputStream(stored(version)))) {
            zip.putNextEntry(new ZipEntry("bomb.yml"));
            var block = new byte[1 << 20];
            for (int i = 0; i <= RuleArchive.LARGEST >> 20; i++) {
                zip.write(block);
            }
        }

        assertThat(Files.size(stored(version))).isLessThan(1 << 20);
        assertThatThrownBy(() -> store.read(version))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most");
    }

    @Test
    void tooManyFilesAreNotPublished() {
        var many = Collections.nCopies(RuleArchive.MOST_FILES + 1, SOME.get(0));

        assertThatThrownBy(() -> store.publish(many))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void aFileThatCannotBeReadIsNotPublishedAsAnEmptyOne() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("lost.yml"), folder.resolve("nowhere"));
        var found = RuleParser.read(List.of(folder));

        assertThatThrownBy(() -> store.publish(found))
                .isInstanceOf(IOException.class)
                .hasMessage(link + " can't be read: a link that leads nowhere");
    }

    @Test
    void whatNamesNoVersionIsAProblem() throws IOException {
        store.publish(SOME);
        Files.writeString(folder.resolve("new/store/current"), "../../etc/passwd");

        assertThatThrownBy(() -> store.current())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("names no version");
    }

    @Test
    void aVersionThatIsThereIsLeftAloneWhereItIsWhole() throws IOException {
        var file = stored(store.publish(SOME));
        var longAgo = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(file, longAgo);

        store.publish(SOME);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);

        Files.writeString(file, "damaged");
        assertThat(texts(store.read(store.publish(SOME)))).isEqualTo(texts(SOME));
    }
}
