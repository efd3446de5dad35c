package io.weir.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    private static final int LONGEST = 200_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a", "a\n", "a\nb", "a\n\nb\n", "\n\n\na"})
    void linesAreThoseOfAnyTextEditor(String text) throws IOException {
        assertThat(texts(file("a.json", text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(text.lines().toList());
    }

    @Test
    void numbersCountFromOne() throws IOException {
        assertThat(lines(file("a.json", "a\n\nb".getBytes(StandardCharsets.UTF_8))))
                .extracting(Line::number)
                .containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void linesOfAnyLengthAreReadAcrossBuffers(long seed) throws IOException {
        var random = new Random(seed);
        var expected = IntStream.range(0, 30)
                .mapToObj(i -> String.valueOf((char) ('a' + i % 26)).repeat(1 + random.nextInt(LONGEST)))
                .toList();
        byte[] bytes = String.join("\n", expected).getBytes(StandardCharsets.UTF_8);
        assertThat(texts(file("a.json", bytes))).isEqualTo(expected);
        assertThat(texts(file("a.json.gz", packed(bytes)))).isEqualTo(expected);
    }

    @Test
    void aTooLongLineIsSaidSoWithItsFirstBytesAndTheNextIsRead() throws IOException {
        var lines = lines(file("a.json", ("x".repeat(LONGEST + 1) + "\nb").getBytes(StandardCharsets.UTF_8)));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).problem()).isEqualTo("at most 200000 bytes a line are read, found 200001");
        assertThat(lines.get(0).bytes()).hasSize(64 << 10).containsOnly('x');
        assertThat(text(lines.get(1))).isEqualTo("b");
        assertThat(lines.get(1).number()).isEqualTo(2);
    }

    @Test
    void aLineAsLongAsTheLimitIsWhole() throws IOException {
        assertThat(lines(file("a.json", "x".repeat(LONGEST).getBytes(StandardCharsets.UTF_8))))
                .singleElement()
                .matches(Line::isWhole);
    }

    @Test
    void anEndlessLineNeedsNoEndlessMemory() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bomb)) {
            writeZeros(out, 300);
        }
        var lines = lines(file("a.json.gz", bomb.toByteArray()));
        assertThat(lines).singleElement().matches(line -> line.problem().endsWith("found 314572800"));
    }

    private static void writeZeros(OutputStream out, int megabytes) throws IOException {
        var zeros = new byte[1 << 20];
        for (int i = 0; i < megabytes; i++) {
            out.write(zeros);
        }
    }

    @Test
    void aPackedFileIsKnownByItsFirstBytes() throws IOException {
        assertThat(texts(file("a.json", packed("a\nb\n".getBytes(StandardCharsets.UTF_8)))))
                .containsExactly("a", "b");
        assertThat(texts(file("b.json", new byte[] {0x1F}))).hasSize(1);
    }

    @Test
    void packedFilesJoinedToOneAreAllRead() throws IOException {
        var joined = new ByteArrayOutputStream();
        joined.write(packed("a\n".getBytes(StandardCharsets.UTF_8)));
        joined.write(packed("b\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(texts(file("a.json.gz", joined.toByteArray()))).containsExactly("a", "b");
    }

    @Test
    void aPackedFileThatEndsEarlySaysSoWhereItEnds() throws IOException {
        byte[] whole = packed(randomLines());
        var lines = lines(file("a.json.gz", Arrays.copyOf(whole, whole.length / 2)));
        var last = lines.get(lines.size() - 1);
        assertThat(last.problem()).startsWith("the packed file is damaged here").endsWith("the rest of it is not read");
        assertThat(last.number()).isEqualTo(lines.size());
        assertThat(lines.subList(0, lines.size() - 1)).isNotEmpty().allMatch(Line::isWhole);
    }

    @Test
    void aFileThatOnlyClaimsToBePackedSaysSo() throws IOException {
        assertThat(lines(file("a.json.gz", "{}\n".getBytes(StandardCharsets.UTF_8))))
                .singleElement()
                .matches(line -> line.number() == 1 && !line.isWhole() && line.bytes().length == 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void damageAnywhereInAPackedFileIsNoException(long seed) throws IOException {
        var random = new Random(seed);
        byte[] bytes = packed(randomLines());
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        var lines = lines(file("a.json.gz", bytes));
        assertThat(lines).isNotEmpty();
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(Line::isWhole);
    }

    private static byte[] randomLines() {
        var random = new Random(7);
        return IntStream.range(0, 5_000)
                .mapToObj(i -> Long.toHexString(random.nextLong()) + "\n")
                .reduce("", String::concat)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static List<String> texts(Path file) throws IOException {
        return lines(file).stream().map(LineReaderTest::text).toList();
    }

    private static String text(Line line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }

    private static List<Line> lines(Path file) throws IOException {
        var lines = new ArrayList<Line>();
        try (var reader = LineReader.open(new org.apache.flink.core.fs.Path(file.toUri()), LONGEST)) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
            assertThat(reader.next()).isNull();
        }
        return lines;
    }
}
