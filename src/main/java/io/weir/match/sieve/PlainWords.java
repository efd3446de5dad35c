package io.weir.match.sieve;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Says of a record or a value in it, as it stands, that none of some literals is in it: for keywords, which are looked for in every value. It looks at
 * four bytes of every so many, the stride: whatever word stands there, it covers such a place ({@link WordGrams}). One rule of SigmaHQ's looks for
 * keywords in all events; to run the automaton over all values for its sake cost more than all other rules together.
 */
final class PlainWords {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Makes a letter small, and some signs other signs: alike in words and records. */
    static final int SMALL = 0x20;

    /** Writers of JSON may escape these, so that they do not stand in a record as they are. */
    private static final String ESCAPED = "\"\\/'<>&=+`";

    /** After so many words that were not there, though they began so, the record is left to the automaton. */
    private static final int MOST_DOUBTS = 64;

    private static final int DOUBTFUL = 1;

    private static final int THERE = 2;

    /** So many places are looked at before it is asked whether one of them has anything. */
    private static final int AT_ONCE = 4;

    private final int shortest;
    private final int longest;
    private final WordGrams grams;

    /** What each look needs of the grams, beside the rest of it: what is further away has to be waited for. */
    private final int stride;

    private final int least;
    private final long[] filter;

    private PlainWords(List<byte[]> words) {
        this.shortest = words.stream().mapToInt(word -> word.length).min().orElseThrow();
        this.longest = words.stream().mapToInt(word -> word.length).max().orElseThrow();
        this.grams = WordGrams.of(words);
        this.stride = grams.stride();
        this.least = grams.least();
        this.filter = grams.filter();
    }

    /** Words that stand for those literals, or none where one of them has nothing that must stand in a record as it is. */
    static Optional<PlainWords> of(Collection<Literal> literals) {
        var words = literals.stream().map(literal -> word(literal.text())).toList();
        return words.isEmpty() || words.stream().anyMatch(word -> word.length < WordGrams.SIZE)
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

    /** Whether one of the words may be there; if not, none is. Of a part of a record whose texts are not in disguise. */
    boolean mayBeIn(byte[] record, int from, int to) {
        int doubts = 0;
        int last = to - from < shortest ? -1 : to - least;
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
        for (int far = Math.min(last, record.length - WordGrams.SIZE) - 3 * every; at <= far; at += AT_ONCE * every) {
            if ((mayBegin(some, bytes(record, at))
                            | mayBegin(some, bytes(record, at + every))
                            | mayBegin(some, bytes(record, at + 2 * every))
                            | mayBegin(some, bytes(record, at + 3 * every)))
                    != 0) {
                break;
            }
        }
        while (at <= last && mayBegin(some, bytesAtEnd(record, at)) == 0) {
            at += every;
        }
        return at;
    }

    private static long mayBegin(long[] some, int bytes) {
        int hash = WordGrams.hash(bytes);
        return some[hash >>> 6] >>> hash & 1;
    }

    private static int bytes(byte[] record, int at) {
        return (int) INTS.get(record, at);
    }

    /** The same, with nothing for what is behind the record's end. */
    private static int bytesAtEnd(byte[] record, int at) {
        int behind = at + WordGrams.SIZE - record.length;
        return behind <= 0 ? bytes(record, at) : bytes(record, at - behind) >>> (Byte.SIZE * behind);
    }

    private int isThere(byte[] record, int at) {
        int bytes = bytesAtEnd(record, at);
        var four = grams.byFour(bytes);
        var three = grams.byThree(bytes);
        if (four.length + three.length == 0) {
            return 0;
        }
        return isAny(four, record, at) || isAny(three, record, at) ? THERE : DOUBTFUL;
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
