package io.weir.match.sieve;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The literals that are known by grams. Four bytes of each beside its gram tell most of them apart from what stands in a value: of three that have a gram in a
 * command line two are not there. All that a look needs lies side by side: with an object for each gram it waited for memory six times. Immutable.
 */
final class GramTable {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int FOUR = Integer.BYTES;

    // Of a literal by its gram: its number, where its gram begins in it, its length, how far from its gram the four
    // bytes begin, those, where it stands among all texts, and the districts of the variants that ask for it.
    private static final int OFFSET = 1;
    private static final int LENGTH = 2;
    private static final int BESIDE = 3;
    private static final int FOUR_BYTES = 4;
    private static final int TEXT = 5;
    private static final int DISTRICTS = 6;
    private static final int DISTRICTS_ABOVE = 7;
    private static final int WIDTH = 8;

    /** Of each gram where its literals begin. */
    private final IntTable begins;

    /** For each gram how many literals it has, and then what is known of each. */
    private final int[] known;

    /** The literals, one behind the other. */
    private final byte[] texts;

    private final int most;

    /**
     * A literal with a gram.
     *
     * @param offset where in it the gram begins
     */
    record Place(int number, byte[] text, int offset) {

        /** Where four bytes of it begin that are not those of its gram, as far as that can be. */
        int beside(int size) {
            int behind = offset + size;
            return behind + FOUR <= text.length
                    ? behind
                    : offset >= FOUR ? offset - FOUR : Math.max(0, text.length - FOUR);
        }
    }

    /** The table of those grams, which have so many bytes. */
    GramTable(int size, Map<Integer, List<Place>> places) {
        this.begins = new IntTable(places.size());
        this.known = new int
                [1
                        + places.values().stream()
                                .mapToInt(some -> 1 + WIDTH * some.size())
                                .sum()];
        var all = new ByteArrayOutputStream();
        var beginsOfTexts = new HashMap<Integer, Integer>();
        int end = 1;
        for (var entry : places.entrySet()) {
            begins.put(entry.getKey(), end);
            known[end++] = entry.getValue().size();
            for (var place : entry.getValue()) {
                int begin = beginsOfTexts.computeIfAbsent(place.number(), unused -> add(place.text(), all));
                write(place, size, begin, end);
                end += WIDTH;
            }
        }
        this.texts = all.toByteArray();
        this.most = places.values().stream().mapToInt(List::size).max().orElse(0);
    }

    private GramTable(IntTable begins, int[] known, byte[] texts, int most) {
        this.begins = begins;
        this.known = known;
        this.texts = texts;
        this.most = most;
    }

    private static int add(byte[] text, ByteArrayOutputStream all) {
        int begin = all.size();
        all.writeBytes(text);
        return begin;
    }

    private void write(Place place, int size, int begin, int at) {
        byte[] text = place.text();
        int beside = place.beside(size);
        known[at] = place.number();
        known[at + OFFSET] = place.offset();
        known[at + LENGTH] = text.length;
        known[at + BESIDE] = beside - place.offset();
        known[at + FOUR_BYTES] = Grams.gram(text, beside, Math.min(FOUR, text.length));
        known[at + TEXT] = begin;
        write(Districts.ALL, known, at);
    }

    private static void write(long districts, int[] known, int at) {
        known[at + DISTRICTS] = (int) districts;
        known[at + DISTRICTS_ABOVE] = (int) (districts >>> Integer.SIZE);
    }

    /** The same of literals of which each is asked for by variants of those districts alone. */
    GramTable askedIn(long[] districts) {
        int[] now = known.clone();
        for (int at = 1; at < now.length; ) {
            int end = at + 1 + WIDTH * now[at];
            for (at++; at < end; at += WIDTH) {
                write(districts[now[at]], now, at);
            }
        }
        return new GramTable(begins, now, texts, most);
    }

    /** The most literals that one gram has. */
    int most() {
        return most;
    }

    /** Tells of the literals of the gram that are in the text if it stands there; returns how many had to be compared. */
    int compare(int gram, FoldedText text, int at, Tails.Found found) {
        int begin = begins.get(gram);
        return begin == 0 ? 0 : compareAll(begin, text, at, found);
    }

    private int compareAll(int begin, FoldedText text, int at, Tails.Found found) {
        long districts = found.districts();
        int count = known[begin];
        int literal = begin + 1;
        for (int i = 0; i < count; i++) {
            if (isAsked(literal, districts) && isThere(literal, text, at)) {
                found.literal(known[literal]);
            }
            literal += WIDTH;
        }
        return count;
    }

    private boolean isAsked(int literal, long districts) {
        int below = (int) districts & known[literal + DISTRICTS];
        int above = (int) (districts >>> Integer.SIZE) & known[literal + DISTRICTS_ABOVE];
        return (below | above) != 0;
    }

    private boolean isThere(int literal, FoldedText text, int at) {
        byte[] bytes = text.bytes();
        int from = at - known[literal + OFFSET];
        int length = known[literal + LENGTH];
        return from >= 0
                && from + length <= text.length()
                && (length < FOUR || (int) INTS.get(bytes, at + known[literal + BESIDE]) == known[literal + FOUR_BYTES])
                && isSame(known[literal + TEXT], bytes, from, length);
    }

    private boolean isSame(int begin, byte[] bytes, int from, int length) {
        return Arrays.equals(texts, begin, begin + length, bytes, from, from + length);
    }
}
