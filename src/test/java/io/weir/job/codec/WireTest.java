package io.weir.job.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private final DataOutputSerializer out = new DataOutputSerializer(16);

    @ParameterizedTest
    @CsvSource({"0, 1", "127, 1", "128, 2", "16383, 2", "16384, 3", "2147483647, 5"})
    void aCountTakesAsManyBytesAsItNeeds(int count, int bytes) throws IOException {
        Wire.writeCount(count, out);
        assertThat(out.length()).isEqualTo(bytes);
        assertThat(Wire.readCount(Integer.MAX_VALUE, in())).isEqualTo(count);
    }

    @Test
    void aNegativeCountIsNotWritten() {
        assertThatThrownBy(() -> Wire.writeCount(-1, out)).isInstanceOf(IOException.class);
    }

    @Test
    void aCountBeyondWhatMakesSenseIsRefused() throws IOException {
        Wire.writeCount(11, out);
        assertThatThrownBy(() -> Wire.readCount(10, in()))
                .isInstanceOf(IOException.class)
                .hasMessage("at most 10 expected, found 11");
    }

    @Test
    void aCountWithoutAnEndIsRefused() throws IOException {
        out.write(new byte[] {-1, -1, -1, -1, -1, 0});
        assertThatThrownBy(() -> Wire.readCount(Integer.MAX_VALUE, in()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 1_000_000})
    void aTextMayBeLongerThan64Kilobytes(int length) throws IOException {
        var text = "\u00fc".repeat(length) + "\u4e16";
        Wire.writeText(text, out);
        assertThat(Wire.readText(in())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 14, 15, 16, 17, 65_536})
    void aLatinTextIsWrittenWhetherThereIsRoomForItOrNot(int length) throws IOException {
        var text = "\u00fc".repeat(length);
        Wire.writeText(text, out);
        Wire.writeText("z\u00ff", out);
        var in = in();
        assertThat(Wire.readText(in)).isEqualTo(text);
        assertThat(Wire.readText(in)).isEqualTo("z\u00ff");
    }

    @Test
    void aLatinTextTakesAByteACharacter() throws IOException {
        Wire.writeText("\u00fcber", out);
        assertThat(out.length()).isEqualTo(1 + 4);
    }

    @Test
    void aHugeLengthDoesNotAllocateBeforeItIsRefused() throws IOException {
        Wire.writeCount(Integer.MAX_VALUE, out);
        assertThatThrownBy(() -> Wire.readBytes(in()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most");
        assertThatThrownBy(() -> Wire.readText(in()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most");
        assertThatThrownBy(() -> Wire.readList(Wire::readText, in()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most");
    }

    @Test
    void aListKeepsItsOrderAndAMapIsSorted() throws IOException {
        Wire.writeList(List.of("b", "a"), Wire::writeText, out);
        Wire.writeSorted(Map.of("y", "2", "x", "1"), Wire::writeText, out);
        var in = in();
        assertThat(Wire.readList(Wire::readText, in)).containsExactly("b", "a");
        assertThat(Wire.readSorted(Wire::readText, in)).containsExactly(Map.entry("x", "1"), Map.entry("y", "2"));
    }

    private DataInputDeserializer in() {
        return new DataInputDeserializer(out.getCopyOfBuffer());
    }
}
