package io.weir.match.sieve;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the literals that a value begins with, or those that it ends with. The four bytes at that end say how long the longest literal is that has them there:
 * most often there is none. Up to that length the hash of what has been read says at each byte whether a literal may end there. A tree of the literals, walked
 * byte by byte, waited for memory at each: most rules ask how a path ends, and most paths end in {@code .exe}. Immutable.
 */
final class Tails {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int MIX = 0x9E3779B1;
    private static final int FOUR = Integer.BYTES;

    /** At most one of so many bits is set. */
    private static final int BITS_A_LITERAL = 16;

    private static final int FEWEST_BITS = 6;
    private static final int MOST_BITS = 18;

    private final boolean fromEnd;

    /** Of the texts of less than four bytes, the length of the longest. */
    private final int longestShort;

    /** Of four bytes how long the longest text is that has them at this end. */
    private final IntTable longest;

    /** Which hashes texts may have, by their upper bits. */
    private final long[] bits;

    private final int shift;

    /** Of a hash the number of a text that has it, plus one; and of each text the same of another one that has the hash, too, or 0. */
    private final IntTable byHash;

    private final int[] alike;

    /** Of each text where it begins among all; and where the last one ends. */
    private final int[] begins;

    /** The texts, one behind the other. */
    private final byte[] texts;

    /** Of each text the literals that are found with it, and those that are if the value is no longer. */
    private final int[][] anywhere;

    private final int[][] whole;

    /** The literals that say that the value is empty. */
    private final int[] empty;

    /** The most texts that have the same hash. */
    private final int mostAlike;

    /** What is told of the literals that are found. */
    interface Found {
        void literal(int number);

        /** The districts of the variants that are asked about: of literals that are for others alone nothing need be told. */
        default long districts() {
            return Districts.ALL;
        }
    }

    private Tails(boolean fromEnd, List<Text> all, int[] empty) {
        this.fromEnd = fromEnd;
        this.empty = empty;
        this.longestShort = all.stream()
                .mapToInt(text -> text.bytes.length)
                .filter(length -> length < FOUR)
                .max()
                .orElse(0);
        this.longest = new IntTable(all.size());
        this.byHash = new IntTable(all.size());
        this.alike = new int[all.size()];
        int wanted = Integer.SIZE - Integer.numberOfLeadingZeros(all.size() * BITS_A_LITERAL);
        int bitsOfHash = Math.max(FEWEST_BITS, Math.min(MOST_BITS, wanted));
        this.shift = Integer.SIZE - bitsOfHash;
        this.bits = new long[1 << (bitsOfHash - FEWEST_BITS)];
        this.begins = new int[all.size() + 1];
        this.anywhere = all.stream().map(text -> ints(text.anywhere)).toArray(int[][]::new);
        this.whole = all.stream().map(text -> ints(text.whole)).toArray(int[][]::new);
        var bytes = new ByteArrayOutputStream();
        int most = 0;
        for (int number = 0; number < all.size(); number++) {
            byte[] text = all.get(number).bytes;
            bytes.writeBytes(text);
            begins[number + 1] = bytes.size();
            int hash = hash(text);
            Bits.set(bits, hash >>> shift);
            alike[number] = byHash.get(hash);
            byHash.put(hash, number + 1);
            most = Math.max(most, alike(hash));
            if (text.length >= FOUR) {
                int four = four(text, text.length);
                longest.put(four, Math.max(longest.get(four), text.length));
            }
        }
        this.texts = bytes.toByteArray();
        this.mostAlike = most;
    }

    private int alike(int hash) {
        int count = 0;
        for (int text = byHash.get(hash); text != 0; text = alike[text - 1]) {
            count++;
        }
        return count;
    }

    /** A text, and the numbers of the literals that have it. */
    private record Text(byte[] bytes, List<Integer> anywhere, List<Integer> whole) {
        Text(byte[] bytes) {
            this(bytes, new ArrayList<>(0), new ArrayList<>(0));
        }
    }

    /**
     * Those of some literals that are held to one end.
     *
     * @param literals by number; those that are held to neither end, or to the other one only, are passed over
     * @param fromEnd whether values are read from their end
     */
    static Tails of(List<Literal> literals, boolean fromEnd) {
        Map<String, Text> texts = new LinkedHashMap<>();
        var empty = new ArrayList<Integer>();
        for (int number = 0; number < literals.size(); number++) {
            var literal = literals.get(number);
            boolean isWhole = literal.atStart() && literal.atEnd();
            if (isWhole ? !fromEnd : fromEnd ? literal.atEnd() : literal.atStart()) {
                if (literal.text().isEmpty()) {
                    empty.add(number);
                } else {
                    var text = texts.computeIfAbsent(literal.text(), unused -> new Text(literal.bytes()));
                    (isWhole ? text.whole : text.anywhere).add(number);
                }
            }
        }
        return new Tails(fromEnd, List.copyOf(texts.values()), ints(empty));
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(i -> i).toArray();
    }

    private int hash(byte[] text) {
        int hash = 0;
        for (int i = 0; i < text.length; i++) {
            hash = hash(hash, text[fromEnd ? text.length - 1 - i : i]);
        }
        return hash;
    }

    private static int hash(int before, byte next) {
        return (before + next + 1) * MIX;
    }

    private int four(byte[] text, int length) {
        return (int) INTS.get(text, fromEnd ? length - FOUR : 0);
    }

    /** The most that {@link #find} returns for a value of so many bytes. */
    long mostCompared(int bytes) {
        return (long) bytes * mostAlike;
    }

    /** Tells of the literals that the text begins or ends with; returns with how many it was compared. */
    int find(FoldedText text, Found found) {
        byte[] bytes = text.bytes();
        int length = text.length();
        if (length == 0) {
            tell(empty, found);
            return 0;
        }
        long[] some = bits;
        int down = shift;
        int count = Math.min(length, longest(bytes, length));
        int step = fromEnd ? -1 : 1;
        int at = fromEnd ? length - 1 : 0;
        int hash = 0;
        int compared = 0;
        for (int read = 1; read <= count; read++) {
            hash = hash(hash, bytes[at]);
            at += step;
            int upper = hash >>> down;
            if ((some[upper >>> 6] & 1L << upper) != 0) {
                compared += compare(hash, read, text, found);
            }
        }
        return compared;
    }

    /** No literal that it begins or ends with is longer. */
    private int longest(byte[] bytes, int length) {
        return length < FOUR ? longestShort : Math.max(longestShort, longest.get(four(bytes, length)));
    }

    private int compare(int hash, int read, FoldedText value, Found found) {
        int compared = 0;
        for (int text = byHash.get(hash); text != 0; text = alike[text - 1]) {
            compared++;
            tell(text - 1, read, value, found);
        }
        return compared;
    }

    private void tell(int text, int read, FoldedText value, Found found) {
        if (isRead(text, read, value)) {
            tell(anywhere[text], found);
            if (read == value.length()) {
                tell(whole[text], found);
            }
        }
    }

    private boolean isRead(int text, int read, FoldedText value) {
        int from = fromEnd ? value.length() - read : 0;
        return Arrays.equals(texts, begins[text], begins[text + 1], value.bytes(), from, from + read);
    }

    private static void tell(int[] literals, Found found) {
        for (int literal : literals) {
            found.literal(literal);
        }
    }
}
