package io.weir.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryReaderTest {

    private static final CheckpointedPosition START = new CheckpointedPosition(0, 0);
    private static final LineFormat FORMAT = new LineFormat(10_000);

    @TempDir
    Path folder;

    @Test
    void everyEventCarriesItsLineAndItsPlaceInIt() throws IOException {
        var file = file(Samples.event(1), "", "[" + Samples.event(2) + "," + Samples.event(3) + "]", Samples.event(4));
        assertThat(read(file, START))
                .extracting(record -> place(record.getRecord()))
                .containsExactly("1#0", "3#0", "3#1", "4#0");
    }

    @Test
    void whatCannotBeReadCarriesItsLine() throws IOException {
        var file = file("no event", Samples.event(1), "x".repeat(10_001));
        assertThat(read(file, START))
                .extracting(record -> record.getRecord().getClass().getSimpleName() + place(record.getRecord()))
                .containsExactly("Unread1#0", "Decoded2#0", "Unread3#0");
    }

    @Test
    void aReaderRestoredAfterAnyRecordReadsExactlyTheRest() throws IOException {
        var file = file(
                Samples.event(1),
                "",
                "[" + Samples.event(2) + ",7," + Samples.event(3) + "]",
                "no event",
                "",
                Samples.event(4),
                "[" + Samples.event(5) + "]");
        var all = read(file, START);
        assertThat(all).hasSize(7);
        for (int i = 0; i < all.size(); i++) {
            var after =
                    new CheckpointedPosition(all.get(i).getOffset(), all.get(i).getRecordSkipCount());
            assertThat(read(file, after))
                    .as("after record %s", i)
                    .extracting(record -> place(record.getRecord()))
                    .isEqualTo(all.subList(i + 1, all.size()).stream()
                            .map(record -> place(record.getRecord()))
                            .toList());
        }
    }

    @Test
    void aReaderRestoredAfterTheDamageOfAPackedFileReadsNothingMore() throws IOException {
        var file = damaged();
        var all = read(file, START);
        var last = all.get(all.size() - 1);
        assertThat(last.getRecord()).isInstanceOf(Telemetry.Unread.class);
        assertThat(read(file, new CheckpointedPosition(last.getOffset(), last.getRecordSkipCount())))
                .isEmpty();
    }

    private Path damaged() throws IOException {
        var file = folder.resolve("damaged.ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 1_000; i++) {
                out.write(Samples.bytes(Samples.event(i * 7919L) + "\n"));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    @Test
    void aBatchEndsSoThatAFileNeedNotFitIntoMemory() throws IOException {
        var file = file(IntStream.range(0, 1_000).mapToObj(Samples::event).toArray(String[]::new));
        try (var reader = FORMAT.createReader(new Configuration(), split(file, START))) {
            var batch = reader.readBatch();
            int size = 0;
            while (batch.next() != null) {
                size++;
            }
            assertThat(size).isBetween(1, 256);
        }
        assertThat(read(file, START)).hasSize(1_000);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("a.ndjson"), Samples.bytes(String.join("\n", lines)));
    }

    private static String place(Telemetry telemetry) {
        return telemetry.from().number() + "#" + telemetry.from().index();
    }

    private static List<RecordAndPosition<Telemetry>> read(Path file, CheckpointedPosition position)
            throws IOException {
        var records = new ArrayList<RecordAndPosition<Telemetry>>();
        try (var reader = FORMAT.restoreReader(new Configuration(), split(file, position))) {
            for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
                for (var record = batch.next(); record != null; record = batch.next()) {
                    records.add(record);
                }
                batch.releaseBatch();
            }
        }
        return records;
    }

    private static FileSourceSplit split(Path file, CheckpointedPosition position) throws IOException {
        long size = Files.size(file);
        var path = new org.apache.flink.core.fs.Path(file.toUri());
        return new FileSourceSplit("split", path, 0, size, 0, size, new String[0], position);
    }
}
