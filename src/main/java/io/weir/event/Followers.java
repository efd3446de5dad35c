package io.weir.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The runs that may follow another one, of which the record is asked at the place where they differ most: the root of real streams has 66. Immutable. As it is
 * made anew for each layout that is learned, all along its way, it makes no list for a byte that none of them has.
 */
final class Followers {

    private static final int BYTES = 256;

    private static final LayoutRun[] NO_RUNS = {};

    private static final Followers NONE = new Followers(0, new byte[0], new LayoutRun[0][]);

    private final int telling;

    /** By the byte at that place the list of those that have it there; 0 where none has. As steps are ASCII a byte can count them. */
    private final byte[] listOf;

    private final LayoutRun[][] lists;

    private Followers(int telling, byte[] listOf, LayoutRun[][] lists) {
        this.telling = telling;
        this.listOf = listOf;
        this.lists = lists;
    }

    static Followers of(LayoutRun[] runs) {
        if (runs.length == 0) {
            return NONE;
        }
        int telling = telling(runs);
        byte[] listOf = new byte[BYTES];
        var lists = new ArrayList<LayoutRun[]>();
        lists.add(NO_RUNS);
        for (var run : runs) {
            int one = run.first(telling) & 0xFF;
            if (listOf[one] == 0) {
                listOf[one] = (byte) lists.size();
                lists.add(NO_RUNS);
            }
            var list = lists.get(listOf[one]);
            var longer = Arrays.copyOf(list, list.length + 1);
            longer[list.length] = run;
            lists.set(listOf[one], longer);
        }
        return new Followers(telling, listOf, lists.toArray(LayoutRun[][]::new));
    }

    private static int telling(LayoutRun[] runs) {
        int shortest = shortest(runs);
        int best = 0;
        int most = 1;
        for (int place = 0; most < runs.length && place < shortest; place++) {
            int kinds = kinds(runs, place);
            if (kinds > most) {
                most = kinds;
                best = place;
            }
        }
        return best;
    }

    private static int shortest(LayoutRun[] runs) {
        int shortest = Integer.MAX_VALUE;
        for (var run : runs) {
            shortest = Math.min(shortest, run.length(0));
        }
        return shortest;
    }

    private static int kinds(LayoutRun[] runs, int place) {
        var seen = new BitSet(BYTES);
        for (var run : runs) {
            seen.set(run.first(place) & 0xFF);
        }
        return seen.cardinality();
    }

    /** The one that begins as the record goes on at that place, or null where there is none. */
    @Nullable
    LayoutRun at(byte[] record, int at) {
        int place = at + telling;
        if (listOf.length == 0 || place >= record.length) {
            return null;
        }
        for (var run : lists[listOf[record[place] & 0xFF]]) {
            if (run.isAt(0, record, at)) {
                return run;
            }
        }
        return null;
    }
}
