package io.weir.correlate;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often something was counted, by what it is called, in the order of the names: two arrays, which nobody changes. With two linked correlations that begin alike a tree was made and
 * copied at each of ten changes of an event, and a rule pack has more that do.
 */
public final class Counted extends AbstractMap<String, Integer> {

    private static final Counted NOTHING = new Counted(new String[0], new int[0]);

    private final String[] names;
    private final int[] counts;

    private Counted(String[] names, int[] counts) {
        this.names = names;
        this.counts = counts;
    }

    /** The same counts; the very map where it is such a one. */
    static Counted of(Map<String, Integer> some) {
        if (some instanceof Counted counted) {
            return counted;
        }
        if (some.isEmpty()) {
            return NOTHING;
        }
        var names = new String[some.size()];
        var counts = new int[names.length];
        int at = 0;
        for (var entry : new TreeMap<>(some).entrySet()) {
            names[at] = entry.getKey();
            counts[at++] = entry.getValue();
        }
        return new Counted(names, counts);
    }

    /** With so many more of one thing, which is left out where none are left. */
    Counted with(String name, int more) {
        int at = Arrays.binarySearch(names, name);
        if (at >= 0) {
            int count = counts[at] + more;
            return count > 0 ? counting(at, count) : without(at);
        }
        return more > 0 ? and(-at - 1, name, more) : this;
    }

    private Counted counting(int at, int count) {
        var changed = counts.clone();
        changed[at] = count;
        return new Counted(names, changed);
    }

    private Counted without(int at) {
        if (names.length == 1) {
            return NOTHING;
        }
        var fewerNames = new String[names.length - 1];
        var fewerCounts = new int[names.length - 1];
        System.arraycopy(names, 0, fewerNames, 0, at);
        System.arraycopy(names, at + 1, fewerNames, at, fewerNames.length - at);
        System.arraycopy(counts, 0, fewerCounts, 0, at);
        System.arraycopy(counts, at + 1, fewerCounts, at, fewerCounts.length - at);
        return new Counted(fewerNames, fewerCounts);
    }

    private Counted and(int at, String name, int count) {
        var moreNames = Arrays.copyOf(names, names.length + 1);
        var moreCounts = Arrays.copyOf(counts, counts.length + 1);
        System.arraycopy(names, at, moreNames, at + 1, names.length - at);
        System.arraycopy(counts, at, moreCounts, at + 1, counts.length - at);
        moreNames[at] = name;
        moreCounts[at] = count;
        return new Counted(moreNames, moreCounts);
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public @Nullable Integer get(Object name) {
        int at = find(name);
        return at < 0 ? null : counts[at];
    }

    @Override
    public boolean containsKey(Object name) {
        return find(name) >= 0;
    }

    private int find(Object name) {
        return name instanceof String text ? Arrays.binarySearch(names, text) : -1;
    }

    @Override
    public Set<Entry<String, Integer>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Entry<String, Integer>> iterator() {
                return entries().iterator();
            }
        };
    }

    private List<Entry<String, Integer>> entries() {
        var entries = new ArrayList<Entry<String, Integer>>(names.length);
        for (int at = 0; at < names.length; at++) {
            entries.add(Map.entry(names[at], counts[at]));
        }
        return List.copyOf(entries);
    }
}
