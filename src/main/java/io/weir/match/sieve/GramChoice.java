package io.weir.match.sieve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chooses the grams that literals are known by: such as few values have, and few other literals.
 *
 * @param size how many bytes a gram has
 * @param stride how many grams each literal has, one behind the other
 */
record GramChoice(int size, int stride) {

    /** What is in values of Windows at every turn: no gram is chosen from it if there is another. */
    private static final String COMMON =
            "c:\\windows\\system32\\ c:\\program files (x86)\\ c:\\users\\public\\appdata\\local\\temp\\ c:\\programdata\\microsoft\\"
                    + " .exe\" .dll\" .com/ http://www. https:// powershell.exe -noprofile cmd.exe /c rundll32.exe -executionpolicy bypass -command"
                    + " hklm\\software\\wow6432node\\microsoft\\windows nt\\currentversion\\ new-object system.net -value -path $env: .ps1 the and"
                    + " function param( [parameter(mandatory=$true)] [string] $null $false return foreach-object where-object write-verbose -name"
                    + " get-command set-item invoke-expression convertto- import-module cmdlet binding script block text -argument[] .psobject"
                    + " event build version control content connection configuration administrator privilege security audit service request response search"
                    + " agent client server process driver print network interface provider manager update install package user name domain account login";

    /** How much rather a gram is chosen that many literals have than one that is common. */
    private static final int COMMON_WEIGHT = 1_000;

    /** How much rather a gram is chosen that other literals have somewhere than one that they are known by. */
    private static final int TAKEN_WEIGHT = 8;

    /** How often a gram is in {@link #COMMON}, by its size. */
    private static final IntTable[] IN_COMMON = IntStream.rangeClosed(0, Integer.BYTES)
            .mapToObj(size -> counts(List.of(COMMON.getBytes(StandardCharsets.US_ASCII)), size))
            .toArray(IntTable[]::new);

    /**
     * For each gram the texts that are known by it.
     *
     * @param texts each of a size and a stride, less one, at least; the number of each is its place
     */
    Map<Integer, List<GramTable.Place>> of(List<byte[]> texts) {
        return of(texts, IntStream.range(0, texts.size()).toArray());
    }

    /** The same of some of the texts, those of these numbers. */
    Map<Integer, List<GramTable.Place>> of(List<byte[]> texts, int[] numbers) {
        var counts = counts(Arrays.stream(numbers).mapToObj(texts::get).toList(), size);
        var taken = new IntTable(stride * numbers.length);
        var places = new HashMap<Integer, List<GramTable.Place>>();
        for (int number : numbers) {
            byte[] text = texts.get(number);
            int first = rarest(text, counts, taken);
            for (int offset = first; offset < first + stride; offset++) {
                int gram = Grams.gram(text, offset, size);
                taken.put(gram, taken.get(gram) + 1);
                places.computeIfAbsent(gram, unused -> new ArrayList<>(1))
                        .add(new GramTable.Place(number, text, offset));
            }
        }
        return places;
    }

    private static IntTable counts(List<byte[]> texts, int size) {
        var counts = new IntTable(texts.stream().mapToInt(text -> text.length).sum());
        for (byte[] text : texts) {
            for (int at = 0; at + size <= text.length; at++) {
                int gram = Grams.gram(text, at, size);
                counts.put(gram, counts.get(gram) + 1);
            }
        }
        return counts;
    }

    /** Where the grams begin that fewest others have, and that are least common. */
    private int rarest(byte[] text, IntTable counts, IntTable taken) {
        var common = IN_COMMON[size];
        int[] costs = new int[text.length - size + 1];
        for (int at = 0; at < costs.length; at++) {
            int gram = Grams.gram(text, at, size);
            costs[at] = COMMON_WEIGHT * common.get(gram) + counts.get(gram) + TAKEN_WEIGHT * taken.get(gram);
        }
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int first = 0; first + stride <= costs.length; first++) {
            int cost = 0;
            for (int at = first; at < first + stride; at++) {
                cost += costs[at];
            }
            if (cost < least) {
                least = cost;
                best = first;
            }
        }
        return best;
    }
}
