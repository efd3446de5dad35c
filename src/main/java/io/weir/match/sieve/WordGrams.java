package io.weir.match.sieve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link PlainWords} know words by: bytes of each that stand at every place of a stretch as long as the stride, so that one of the places that are
 * looked at has them. Four bytes; but of the shortest words the last of those places may have three, and the filter lets in whatever is behind them. So the
 * stride is one longer, where that costs less than the further places at which the filter then has something: with one word of six bytes among a hundred
 * every fourth place is looked at, not every third. Two bytes would make it every fifth, and cost more than they save. Immutable.
 */
final class WordGrams {

    /** How many bytes are looked at. */
    static final int SIZE = Integer.BYTES;

    private static final int HASH_BITS = 16;

    private static final int MIX = 0x9E3779B1;

    private static final int ANY_BYTE = 1 << Byte.SIZE;

    /** Of two bytes one is what the other becomes as a small letter. */
    private static final int ANY_SMALL_BYTE = ANY_BYTE / 2;

    private static final int FOUR_SMALL = PlainWords.SMALL * 0x01010101;

    /**
     * How many places could be looked at in place of one at which the filter has something, some thirty, times how often more a bit of it is met than one of
     * numbers that are drawn: texts are not. As measured with SigmaHQ's words, and with a hundred.
     */
    private static final int COST_OF_HIT = 100;

    private static final GramTable.Place[] NONE = {};

    private final int stride;
    private final long[] filter = new long[1 << (HASH_BITS - 6)];
    private final Known byFour;
    private final Known byThree;

    private WordGrams(List<byte[]> words, int stride) {
        this.stride = stride;
        int bytes = bytes(stride);
        var four = new GramChoice(SIZE, stride)
                .of(words.stream().filter(word -> word.length >= bytes).toList());
        var three = new HashMap<Integer, List<GramTable.Place>>();
        for (byte[] word : words) {
            for (int offset = 0; offset < stride && word.length < bytes; offset++) {
                boolean isWhole = word.length >= offset + SIZE;
                (isWhole ? four : three)
                        .computeIfAbsent(
                                Grams.gram(word, offset, isWhole ? SIZE : SIZE - 1), gram -> new ArrayList<>(1))
                        .add(new GramTable.Place(0, word, offset));
            }
        }
        four.keySet().forEach(gram -> Bits.set(filter, hash(gram)));
        for (int gram : three.keySet()) {
            for (int behind = 0; behind < ANY_BYTE; behind++) {
                Bits.set(filter, hash(gram | (behind << (Byte.SIZE * (SIZE - 1)))));
            }
        }
        this.byFour = Known.of(four);
        this.byThree = Known.of(three);
    }

    /** Of those words, each of {@link #SIZE} bytes at least and in small letters. */
    static WordGrams of(List<byte[]> words) {
        int shortest = words.stream().mapToInt(word -> word.length).min().orElseThrow();
        int stride = shortest - SIZE + 1;
        return new WordGrams(words, cost(words, stride + 1) < cost(words, stride) ? stride + 1 : stride);
    }

    /** What a byte of a record costs, in places looked at. */
    private static double cost(List<byte[]> words, int stride) {
        long bits = 0;
        for (byte[] word : words) {
            bits += word.length < bytes(stride) ? stride - 1 + ANY_SMALL_BYTE : stride;
        }
        return (1 + (double) COST_OF_HIT * bits / (1 << HASH_BITS)) / stride;
    }

    /** How many bytes a word needs to have four at each place of a stretch. */
    private static int bytes(int stride) {
        return stride + SIZE - 1;
    }

    /** Every so many bytes a place has to be looked at. */
    int stride() {
        return stride;
    }

    /** How many bytes of a word are at the place that is looked at, at least. */
    int least() {
        return byThree.isEmpty() ? SIZE : SIZE - 1;
    }

    /** The {@link #hash}es of four bytes that may be a word's, as bits: 8 KB, which stays near the processor. */
    long[] filter() {
        return filter;
    }

    /** Where in the filter four bytes are, as they stand in a record. */
    static int hash(int bytes) {
        return ((bytes | FOUR_SMALL) * MIX) >>> (Integer.SIZE - HASH_BITS);
    }

    /** The words that have those four bytes, as they stand in a record, and where in them. */
    GramTable.Place[] byFour(int bytes) {
        return byFour.places(bytes | FOUR_SMALL);
    }

    /** The words that have the first three of those four bytes, and none behind them. */
    GramTable.Place[] byThree(int bytes) {
        return byThree.places((bytes | FOUR_SMALL) & Grams.mask(SIZE - 1));
    }

    /**
     * Words by grams of one size.
     *
     * @param numbers of each gram which of the places are its own, plus one
     */
    private record Known(IntTable numbers, GramTable.Place[][] places) {

        static Known of(Map<Integer, List<GramTable.Place>> byGram) {
            var numbers = new IntTable(byGram.size());
            var places = new GramTable.Place[byGram.size()][];
            int number = 0;
            for (var entry : byGram.entrySet()) {
                places[number++] = entry.getValue().toArray(GramTable.Place[]::new);
                numbers.put(entry.getKey(), number);
            }
            return new Known(numbers, places);
        }

        boolean isEmpty() {
            return places.length == 0;
        }

        GramTable.Place[] places(int gram) {
            int number = numbers.get(gram);
            return number == 0 ? NONE : places[number - 1];
        }
    }
}
