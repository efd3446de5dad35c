package io.weir.match.sieve;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Finds literals anywhere in a value. Each is known by a few bytes of it, its grams, chosen so that few others have them: as many one behind the
 * other as the stride, so that it is enough to look at every so many places of a value. For each such place one bit says whether a gram can stand there;
 * where it does, its literals are compared. The bits lie near the processor, whatever the number of literals: an automaton of the 9,000 literals that
 * SigmaHQ's rules have for command lines took 34 MB and 30 ns a byte, waiting for memory. Immutable.
 */
final class Grams implements Anywhere {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int MIX = 0x9E3779B1;

    /** At most one of so many bits is set: the processor guesses wrong where one is. */
    private static final int BITS_A_GRAM = 32;

    private static final int FEWEST_BITS = 10;
    private static final int MOST_BITS = 20;

    private final int stride;
    private final int mask;
    private final int shift;
    private final long[] bits;
    private final GramTable table;

    private Grams(int size, int stride, int[] grams, GramTable table) {
        this.stride = stride;
        this.mask = mask(size);
        int wanted = Integer.SIZE - Integer.numberOfLeadingZeros(grams.length * BITS_A_GRAM);
        int bitsOfHash = Math.max(FEWEST_BITS, Math.min(MOST_BITS, wanted));
        this.shift = Integer.SIZE - bitsOfHash;
        this.bits = new long[1 << (bitsOfHash - 6)];
        for (int gram : grams) {
            int hash = (gram * MIX) >>> shift;
            bits[hash >>> 6] |= 1L << hash;
        }
        this.table = table;
    }

    /**
     * The grams of some literals.
     *
     * @param literals by number
     * @param numbers which of them
     * @param size how many bytes a gram has, at most four
     * @param stride how many grams each has; one less and a gram's size are no more bytes than the shortest of them has
     */
    static Grams of(List<Literal> literals, int[] numbers, int size, int stride) {
        var places = new GramChoice(size, stride)
                .of(literals.stream().map(Literal::bytes).toList(), numbers);
        int[] grams = places.keySet().stream().mapToInt(gram -> gram).toArray();
        return new Grams(size, stride, grams, new GramTable(size, places));
    }

    private Grams(Grams other, GramTable table) {
        this.stride = other.stride;
        this.mask = other.mask;
        this.shift = other.shift;
        this.bits = other.bits;
        this.table = table;
    }

    @Override
    public Grams askedIn(long[] districts) {
        return new Grams(this, table.askedIn(districts));
    }

    /** Which bits of four bytes make a gram of that size: the lowest, as its first byte comes first. */
    static int mask(int size) {
        return -1 >>> (Integer.SIZE - Byte.SIZE * size);
    }

    /** The gram that begins at that place of a text. */
    static int gram(byte[] text, int at, int size) {
        int gram = 0;
        for (int i = 0; i < size; i++) {
            gram |= (text[at + i] & 0xFF) << (Byte.SIZE * i);
        }
        return gram;
    }

    /** All literals of the commonest gram, at each place that is looked at. */
    @Override
    public long mostCompared(int bytes, int texts) {
        return (long) table.most() * (bytes / stride + texts);
    }

    @Override
    public int find(FoldedText text, Tails.Found found) {
        byte[] bytes = text.bytes();
        int length = text.length();
        int compared = 0;
        for (int at = next(bytes, 0, length); at < length; at = next(bytes, at + stride, length)) {
            compared += table.compare((int) INTS.get(bytes, at) & mask, text, at, found);
        }
        return compared;
    }

    /** The next place from that one on, at the stride, where a gram may stand, or one behind the text. */
    private int next(byte[] bytes, int from, int length) {
        long[] some = bits;
        int every = stride;
        int ofGram = mask;
        int down = shift;
        int at = from;
        while (at < length) {
            int hash = (((int) INTS.get(bytes, at) & ofGram) * MIX) >>> down;
            if ((some[hash >>> 6] & 1L << hash) != 0) {
                return at;
            }
            at += every;
        }
        return at;
    }
}
