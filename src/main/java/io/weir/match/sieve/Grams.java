package io.weir.match.sieve;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds literals anywhere in a value. Each is known by a few bytes of it, its grams, chosen so that few others have them: as many one behind the
 * other as the stride, so that it is enough to look at every so many places of a value. For each such place one bit says whether a gram can stand there;
 * where it does, its literals are compared. The bits lie near the processor, whatever the number of literals: an automaton of the 9,000 literals that
 * SigmaHQ's rules have for command lines took 34 MB and 30 ns a byte, waiting for memory. Immutable.
 */
final class Grams {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int MIX = 0x9E3779B1;

    /** At most one of so many bits is set: the processor guesses wrong where one is. */
    private static final int BITS_A_GRAM = 16;

    private static final int FEWEST_BITS = 10;
    private static final int MOST_BITS = 19;

    /** What is in values of Windows at every turn: no gram is chosen from it if there is another. */
    private static final String COMMON =
            "c:\\windows\\system32\\ c:\\program files (x86)\\ c:\\users\\public\\appdata\\local\\temp\\ c:\\programdata\\microsoft\\"
                    + " .exe\" .dll\" .com/ http://www. https:// powershell.exe -noprofile cmd.exe /c rundll32.exe -executionpolicy bypass -command"
                    + " hklm\\software\\wow6432node\\microsoft\\windows nt\\currentversion\\ new-object system.net -value -path $env: .ps1 the and";

    private static final int FOUR = Integer.BYTES;

    /** How many bytes a gram has: the lowest of four. */
    private final int mask;

    private final int stride;
    private final int shift;
    private final long[] bits;

    /** The grams in order of their hashes, as a table with open places; for each the literals that are known by it. */
    private final int[] grams;

    private final Known[] known;

    /**
     * The literals that are known by a gram. Four bytes of each beside the gram tell most of them apart from what stands there: of three that have a gram in a
     * command line two are not there.
     *
     * @param offsets where in each literal its gram begins
     * @param aheads where in each literal four bytes of it begin, counted from its gram
     * @param fours those bytes
     */
    private record Known(int[] numbers, byte[][] texts, int[] offsets, int[] lengths, int[] aheads, int[] fours) {

        static Known of(List<Place> places, int size) {
            return new Known(
                    places.stream().mapToInt(Place::number).toArray(),
                    places.stream().map(Place::text).toArray(byte[][]::new),
                    places.stream().mapToInt(Place::offset).toArray(),
                    places.stream().mapToInt(place -> place.text.length).toArray(),
                    places.stream()
                            .mapToInt(place -> place.beside(size) - place.offset)
                            .toArray(),
                    places.stream()
                            .mapToInt(place -> gram(place.text, place.beside(size), Math.min(FOUR, place.text.length)))
                            .toArray());
        }
    }

    private Grams(int size, int stride, Map<Integer, List<Place>> places) {
        this.stride = stride;
        this.mask = -1 >>> (Integer.SIZE - Byte.SIZE * size);
        int wanted = Integer.SIZE - Integer.numberOfLeadingZeros(places.size() * BITS_A_GRAM);
        int bitsOfHash = Math.max(FEWEST_BITS, Math.min(MOST_BITS, wanted));
        this.shift = Integer.SIZE - bitsOfHash;
        this.bits = new long[1 << (bitsOfHash - 6)];
        int room = Integer.highestOneBit(Math.max(8, 2 * places.size())) * 2;
        this.grams = new int[room];
        this.known = new Known[room];
        places.forEach((gram, some) -> put(gram, some, size));
    }

    /** A literal with a gram at that offset. */
    private record Place(int number, byte[] text, int offset) {

        /** Where four bytes of it begin that are not those of its gram, as far as that can be. */
        int beside(int size) {
            int behind = offset + size;
            return behind + FOUR <= text.length
                    ? behind
                    : offset >= FOUR ? offset - FOUR : Math.max(0, text.length - FOUR);
        }
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
        var rarity = new HashMap<Integer, Integer>();
        count(COMMON.getBytes(StandardCharsets.US_ASCII), size, rarity);
        rarity.replaceAll((gram, count) -> count * 1_000);
        for (int number : numbers) {
            count(literals.get(number).bytes(), size, rarity);
        }
        var places = new HashMap<Integer, List<Place>>();
        for (int number : numbers) {
            byte[] text = literals.get(number).bytes();
            int first = rarest(text, size, stride, rarity, places);
            for (int offset = first; offset < first + stride; offset++) {
                places.computeIfAbsent(gram(text, offset, size), unused -> new ArrayList<>(1))
                        .add(new Place(number, text, offset));
            }
        }
        return new Grams(size, stride, places);
    }

    private static void count(byte[] text, int size, Map<Integer, Integer> counts) {
        for (int at = 0; at + size <= text.length; at++) {
            counts.merge(gram(text, at, size), 1, Integer::sum);
        }
    }

    /** Where the grams begin that fewest others have, and that are least common. */
    private static int rarest(
            byte[] text, int size, int stride, Map<Integer, Integer> rarity, Map<Integer, List<Place>> places) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int first = 0; first + stride - 1 + size <= text.length; first++) {
            int cost = 0;
            for (int at = first; at < first + stride; at++) {
                int gram = gram(text, at, size);
                cost += rarity.getOrDefault(gram, 0)
                        + 8 * places.getOrDefault(gram, List.of()).size();
            }
            if (cost < least) {
                least = cost;
                best = first;
            }
        }
        return best;
    }

    private static int gram(byte[] text, int at, int size) {
        int gram = 0;
        for (int i = 0; i < size; i++) {
            gram |= (text[at + i] & 0xFF) << (Byte.SIZE * i);
        }
        return gram;
    }

    private void put(int gram, List<Place> places, int size) {
        int hash = (gram * MIX) >>> shift;
        bits[hash >>> 6] |= 1L << hash;
        int place = place(gram);
        while (known[place] != null) {
            place = (place + 1) & (grams.length - 1);
        }
        grams[place] = gram;
        known[place] = Known.of(places, size);
    }

    private int place(int gram) {
        return ((gram * MIX) >>> 7) & (grams.length - 1);
    }

    /** The most literals that it compares with a value of so many bytes, whatever they are: all of the commonest gram, at each place that is looked at. */
    long mostCompared(int bytes) {
        int most = Arrays.stream(known)
                .filter(Objects::nonNull)
                .mapToInt(some -> some.numbers.length)
                .max()
                .orElse(0);
        return (long) most * ((bytes + stride - 1) / stride);
    }

    /** Tells of the literals that are in the text; returns how many it had to compare. */
    int find(FoldedText text, Tails.Found found) {
        byte[] bytes = text.bytes();
        long[] some = bits;
        int length = text.length();
        int compared = 0;
        for (int at = 0; at < length; at += stride) {
            int gram = (int) INTS.get(bytes, at) & mask;
            int hash = (gram * MIX) >>> shift;
            if ((some[hash >>> 6] & 1L << hash) != 0) {
                compared += compare(gram, text, at, found);
            }
        }
        return compared;
    }

    private int compare(int gram, FoldedText text, int at, Tails.Found found) {
        int place = place(gram);
        while (known[place] != null) {
            if (grams[place] == gram) {
                return compare(known[place], text, at, found);
            }
            place = (place + 1) & (grams.length - 1);
        }
        return 0;
    }

    private static int compare(Known literals, FoldedText text, int at, Tails.Found found) {
        byte[] bytes = text.bytes();
        int length = text.length();
        for (int i = 0; i < literals.numbers.length; i++) {
            int from = at - literals.offsets[i];
            int to = from + literals.lengths[i];
            if (from >= 0
                    && to <= length
                    && areBeside(literals, i, bytes, at)
                    && isThere(literals.texts[i], bytes, from)) {
                found.literal(literals.numbers[i]);
            }
        }
        return literals.numbers.length;
    }

    private static boolean areBeside(Known literals, int i, byte[] bytes, int at) {
        return literals.lengths[i] < FOUR || (int) INTS.get(bytes, at + literals.aheads[i]) == literals.fours[i];
    }

    private static boolean isThere(byte[] literal, byte[] bytes, int from) {
        return Arrays.equals(literal, 0, literal.length, bytes, from, from + literal.length);
    }
}
