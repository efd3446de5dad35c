package io.weir.job.codec;

import io.weir.correlate.Counted;
import io.weir.event.SortedTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The words that all {@link Codec}s are made of. What is read is exactly what was written, down to unpaired surrogates, and no damaged
 * length makes a reader ask for more memory than {@link #MOST_BYTES}.
 */
public final class Wire {

    /** No text or byte string is longer than this many bytes. */
    public static final int MOST_BYTES = 64 << 20;

    /** No list or map has more entries. */
    public static final int MOST_ENTRIES = 1 << 20;

    private static final int BYTES_OF_LONGEST_COUNT = 5;
    // A list grows to its stated size entry by entry, so that a damaged size fails at the end of the input, not in the
    // allocator.
    private static final int LARGEST_HEAD_START = 1_024;

    private Wire() {}

    /** Writes one element of a list or map. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(T value, DataOutputView out) throws IOException;
    }

    /** Reads one element of a list or map. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(DataInputView in) throws IOException;
    }

    /** Writes a number that is not negative: one byte up to 127, five at most. */
    public static void writeCount(int count, DataOutputView out) throws IOException {
        if (count < 0) {
            throw new IOException("a count is not negative, found " + count);
        }
        int rest = count;
        while (rest > 0x7f) {
            out.writeByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    /**
     * Reads a number that {@link #writeCount} wrote.
     *
     * @param most the largest number that makes sense here
     * @throws IOException where it is larger
     */
    public static int readCount(int most, DataInputView in) throws IOException {
        long count = 0;
        for (int i = 0; i < BYTES_OF_LONGEST_COUNT; i++) {
            int next = in.readUnsignedByte();
            count |= (next & 0x7fL) << (7 * i);
            if (next < 0x80) {
                return atMost(most, count);
            }
        }
        throw new IOException("a count has at most " + BYTES_OF_LONGEST_COUNT + " bytes: the bytes are damaged");
    }

    private static int atMost(int most, long count) throws IOException {
        if (count > most) {
            throw new IOException("at most " + most + " expected, found " + count);
        }
        return (int) count;
    }

    /** Writes a text of any characters: a byte each where all of them are Latin-1, else two. */
    public static void writeText(String text, DataOutputView out) throws IOException {
        if (isLatin(text)) {
            writeCount(atMost(MOST_BYTES, text.length()) << 1, out);
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            writeCount((atMost(MOST_BYTES / 2, text.length()) << 1) | 1, out);
            out.write(wide(text));
        }
    }

    /** Reads a text. */
    public static String readText(DataInputView in) throws IOException {
        int header = readCount((MOST_BYTES << 1) | 1, in);
        int length = header >>> 1;
        return (header & 1) == 0
                ? new String(exactly(length, in), StandardCharsets.ISO_8859_1)
                : narrowed(exactly(2 * atMost(MOST_BYTES / 2, length), in));
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    // By hand: the UTF-16 charset of the JDK replaces unpaired surrogates, which hostile input has.
    private static byte[] wide(String text) {
        var bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >>> 8);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        return bytes;
    }

    private static String narrowed(byte[] bytes) {
        var characters = new char[bytes.length / 2];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xff));
        }
        return new String(characters);
    }

    /** Writes bytes, their number first. */
    public static void writeBytes(byte[] bytes, DataOutputView out) throws IOException {
        writeCount(atMost(MOST_BYTES, bytes.length), out);
        out.write(bytes);
    }

    /** Reads bytes. */
    public static byte[] readBytes(DataInputView in) throws IOException {
        return exactly(readCount(MOST_BYTES, in), in);
    }

    private static byte[] exactly(int length, DataInputView in) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    /** Writes a list, its size first. */
    public static <T> void writeList(List<T> values, Writer<? super T> writer, DataOutputView out) throws IOException {
        writeCount(atMost(MOST_ENTRIES, values.size()), out);
        for (int i = 0; i < values.size(); i++) {
            writer.write(values.get(i), out);
        }
    }

    /** Reads a list in the order that it was written. */
    public static <T> List<T> readList(Reader<? extends T> reader, DataInputView in) throws IOException {
        int size = readCount(MOST_ENTRIES, in);
        var values = new ArrayList<T>(Math.min(size, LARGEST_HEAD_START));
        for (int i = 0; i < size; i++) {
            values.add(reader.read(in));
        }
        return values;
    }

    /** Writes a map of texts sorted by key, so that equal maps are equal bytes. */
    public static <V> void writeSorted(Map<String, V> entries, Writer<? super V> writer, DataOutputView out)
            throws IOException {
        writeCount(atMost(MOST_ENTRIES, entries.size()), out);
        for (var entry : sorted(entries).entrySet()) {
            writeText(entry.getKey(), out);
            writer.write(entry.getValue(), out);
        }
    }

    /** A map that is sorted so already is not copied. */
    private static <V> Map<String, V> sorted(Map<String, V> entries) {
        boolean isSorted = entries.size() < 2
                || entries instanceof SortedTexts
                || entries instanceof Counted
                || (entries instanceof SortedMap<?, ?> map && map.comparator() == null);
        return isSorted ? entries : new TreeMap<>(entries);
    }

    /** Writes texts by name, as {@link #writeSorted} does. */
    public static void writeTexts(SortedTexts texts, DataOutputView out) throws IOException {
        writeCount(atMost(MOST_ENTRIES, texts.size()), out);
        for (int at = 0; at < texts.size(); at++) {
            writeText(texts.name(at), out);
            writeText(texts.text(at), out);
        }
    }

    /** Reads texts by name; that they are sorted already, as they were written, spares a tree. */
    public static SortedTexts readTexts(DataInputView in) throws IOException {
        int size = readCount(MOST_ENTRIES, in);
        var namesAndTexts = new ArrayList<String>(2 * Math.min(size, LARGEST_HEAD_START));
        for (int left = 2 * size; left > 0; left--) {
            namesAndTexts.add(readText(in));
        }
        return SortedTexts.ofSorted(namesAndTexts.toArray(new String[0]));
    }

    /** Reads a map of texts. */
    public static <V> SortedMap<String, V> readSorted(Reader<? extends V> reader, DataInputView in) throws IOException {
        int size = readCount(MOST_ENTRIES, in);
        var entries = new TreeMap<String, V>();
        for (int i = 0; i < size; i++) {
            entries.put(readText(in), reader.read(in));
        }
        return entries;
    }
}
