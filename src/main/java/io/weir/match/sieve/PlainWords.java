package io.weir.match.sieve;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Says of a record or a value in it, as it stands, that none of some literals is in it: for keywords, which are looked for in every value. Where the
 * shortest of them has {@code n} characters it looks at four bytes of every {@code n - 3}: whatever word stands there, it covers one such place. One
 * rule of SigmaHQ's looks for keywords in all events; to run the automaton over all values for its sake cost more than all other rules together.
 */
final class PlainWords {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int GRAM = Integer.BYTES;

    /** Makes a letter small, and some signs other signs: alike in words and records. */
    private static final int SMALL = 0x20;

    private static final int FOUR_SMALL = SMALL * 0x01010101;

    /** Writers of JSON may escape these, so that they do not stand in a record as they are. */
    private static final String ESCAPED = "\"\\/'<>&=+`";

    /** The filter's bits are of these many hashes: 8 KB, which stays near the processor. */
    private static final int HASH_BITS = 16;

    /** After so many words that were not there, though they began so, the record is left to the automaton. */
    private static final int MOST_DOUBTS = 64;

    private static final int DOUBTFUL = 1;

    private static final int THERE = 2;

    /** So many places are looked at before it is asked whether one of them has anything. */
    private static final int AT_ONCE = 4;

    private static final int MIX = 0x9E3779B1;

    private final int shortest;
    private final int stride;
    private final int longest;
    private final long[] filter = new long[1 << (HASH_BITS - 6)];

    /** Of each gram which of the {@link #places} are its own, plus one. */
    private final IntTable grams;

    private final GramTable.Place[][] places;

    private PlainWords(List<byte[]> words) {
        this.shortest = words.stream().mapToInt(word -> word.length).min().orElseThrow();
        this.stride = shortest - GRAM + 1;
        this.longest = words.stream().mapToInt(word -> word.length).max().orElseThrow();
        var byGram = new GramChoice(GRAM, stride).of(words);
        byGram.keySet().forEach(gram -> Bits.set(filter, hash(gram)));
        this.grams = new IntTable(byGram.size());
        this.places = new GramTable.Place[byGram.size()][];
        int number = 0;
        for (var entry : byGram.entrySet()) {
            places[number++] = entry.getValue().toArray(GramTable.Place[]::new);
            grams.put(entry.getKey(), number);
        }
    }

    /** Words that stand for those literals, or none where one of them has nothing that must stand in a record as it is. */
    static Optional<PlainWords> of(Collection<Literal> literals) {
        var words = literals.stream().map(literal -> word(literal.text())).toList();
        return words.isEmpty() || words.stream().anyMatch(word -> word.length < GRAM)
                ? Optional.empty()
                : Optional.of(new PlainWords(words));
    }

    private static byte[] word(String text) {
        var longest = "";
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !isPlain(text.charAt(at))) {
                longest = at - from > longest.length() ? text.substring(from, at) : longest;
                from = at + 1;
            }
        }
        byte[] word = longest.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < word.length; i++) {
            word[i] |= SMALL;
        }
        return word;
    }

    private static boolean isPlain(char one) {
        return one >= ' ' && one < 0x7F && ESCAPED.indexOf(one) < 0;
    }

    /** How many bytes the longest word has. */
    int longest() {
        return longest;
    }

    private static int hash(int gram) {
        return (gram * MIX) >>> (Integer.SIZE - HASH_BITS);
    }

    /** Whether one of the words may be there; if not, none is. Of a part of a record whose texts are not in disguise. */
    boolean mayBeIn(byte[] record, int from, int to) {
        int doubts = 0;
        int last = to - from < shortest ? -1 : to - GRAM;
        for (int at = next(record, from, last); at <= last; at = next(record, at + stride, last)) {
            int found = isThere(record, at);
            if (found == THERE || (found == DOUBTFUL && ++doubts > MOST_DOUBTS)) {
                return true;
            }
        }
        return false;
    }

    /** The next place from that one on, at the stride, where a word's gram may stand, or one behind the last. Four at a time, as few places have one. */
    private int next(byte[] record, int from, int last) {
        long[] some = filter;
        int every = stride;
        int at = from;
        for (int far = last - 3 * every; at <= far; at += AT_ONCE * every) {
            if ((mayBegin(some, record, at)
                            | mayBegin(some, record, at + every)
                            | mayBegin(some, record, at + 2 * every)
                            | mayBegin(some, record, at + 3 * every))
                    != 0) {
                break;
            }
        }
        while (at <= last && mayBegin(some, record, at) == 0) {
            at += every;
        }
        return at;
    }

    private static long mayBegin(long[] some, byte[] record, int at) {
        int hash = hash((int) INTS.get(record, at) | FOUR_SMALL);
        return some[hash >>> 6] >>> hash & 1;
    }

    private int isThere(byte[] record, int at) {
        int found = grams.get((int) INTS.get(record, at) | FOUR_SMALL);
        return found == 0 ? 0 : isAny(places[found - 1], record, at) ? THERE : DOUBTFUL;
    }

    private static boolean isAny(GramTable.Place[] places, byte[] record, int at) {
        for (var place : places) {
            if (isThere(place.text(), record, at - place.offset())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(byte[] word, byte[] record, int from) {
        if (from < 0 || from + word.length > record.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (word[i] != (record[from + i] | SMALL)) {
                return false;
            }
        }
        return true;
    }
}
