package io.weir.match.sieve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Other numbers for the variants of a plan: side by side are those that the same field rules out first, and of these those that ask it for the same, and so on with
 * the fields behind it. What an event leaves is then in few words of bits.
 *
 * @param before of each new number the old one
 * @param after of each old number the new one
 */
record Numbering(int[] before, int[] after) {

    /** For so many variants, which are asked about by those fields in this order. */
    static Numbering of(int variants, List<FieldPlan> fields) {
        var keys = keys(variants, fields);
        int[] before = IntStream.range(0, variants)
                .boxed()
                .sorted((one, other) -> Arrays.compare(keys.get(one), keys.get(other)))
                .mapToInt(i -> i)
                .toArray();
        int[] after = new int[variants];
        for (int number = 0; number < variants; number++) {
            after[before[number]] = number;
        }
        return new Numbering(before, after);
    }

    /** Of each variant the fields that rule it out where nothing is found, and after each a test for which it would remain. */
    private static List<int[]> keys(int variants, List<FieldPlan> fields) {
        var keys = new ArrayList<int[]>(variants);
        int[] ends = new int[variants];
        for (int variant = 0; variant < variants; variant++) {
            keys.add(new int[2]);
        }
        for (int field = 0; field < fields.size(); field++) {
            var plan = fields.get(field);
            int[][] watching = plan.watching();
            for (int test = 0; test < watching.length; test++) {
                for (int variant : watching[test]) {
                    int end = ends[variant];
                    if (!Bits.has(plan.possible().something(), variant)
                            && (end == 0 || keys.get(variant)[end - 2] != field)) {
                        int[] key = Arrays.copyOf(keys.get(variant), Math.max(2, end + 2));
                        key[end] = field;
                        key[end + 1] = test;
                        keys.set(variant, key);
                        ends[variant] = end + 2;
                    }
                }
            }
        }
        for (int variant = 0; variant < variants; variant++) {
            if (ends[variant] == 0) {
                keys.set(variant, new int[] {Integer.MAX_VALUE});
            }
        }
        return keys;
    }

    long[] bits(long[] set) {
        long[] numbered = new long[set.length];
        for (int number = 0; number < before.length; number++) {
            if (Bits.has(set, before[number])) {
                Bits.set(numbered, number);
            }
        }
        return numbered;
    }

    int[][] numbers(int[][] sets) {
        return Arrays.stream(sets)
                .map(set ->
                        Arrays.stream(set).map(number -> after[number]).sorted().toArray())
                .toArray(int[][]::new);
    }

    Clause[] clauses(Clause[] clauses) {
        return Arrays.stream(before).mapToObj(number -> clauses[number]).toArray(Clause[]::new);
    }

    int[] ints(int[] numbers) {
        return Arrays.stream(before).map(number -> numbers[number]).toArray();
    }
}
