package io.weir.event;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Texts by name, in the order of the names, which nobody can change: one array where a tree has an object for each of them. The fields of an event go from hand to hand, are kept
 * for days, and are written when they are no more in the processor's cache.
 */
public final class SortedTexts extends AbstractMap<String, String> {

    private static final SortedTexts NONE = new SortedTexts(new String[0]);

    /** Each name, and behind it the text. */
    private final String[] namesAndTexts;

    private SortedTexts(String[] namesAndTexts) {
        this.namesAndTexts = namesAndTexts;
    }

    /** The same texts; the very map where it is such a one. */
    public static SortedTexts of(Map<String, String> texts) {
        if (texts instanceof SortedTexts sorted) {
            return sorted;
        }
        if (texts.isEmpty()) {
            return NONE;
        }
        var namesAndTexts = new String[2 * texts.size()];
        int at = 0;
        for (var entry : new TreeMap<>(texts).entrySet()) {
            namesAndTexts[at++] = entry.getKey();
            namesAndTexts[at++] = entry.getValue();
        }
        return new SortedTexts(namesAndTexts);
    }

    /**
     * The texts of an array that nobody else has: each name, and behind it the text.
     *
     * @throws IllegalArgumentException where the names do not rise
     */
    public static SortedTexts ofSorted(String[] namesAndTexts) {
        for (int at = 2; at < namesAndTexts.length; at += 2) {
            if (namesAndTexts[at - 2].compareTo(namesAndTexts[at]) >= 0) {
                throw new IllegalArgumentException("names must rise, found " + Arrays.toString(namesAndTexts));
            }
        }
        return namesAndTexts.length == 0 ? NONE : new SortedTexts(namesAndTexts);
    }

    @Override
    public int size() {
        return namesAndTexts.length / 2;
    }

    /** The name at that place, counted from 0. */
    public String name(int at) {
        return namesAndTexts[2 * at];
    }

    /** The text at that place. */
    public String text(int at) {
        return namesAndTexts[2 * at + 1];
    }

    @Override
    public @Nullable String get(Object name) {
        int at = find(name);
        return at < 0 ? null : text(at);
    }

    @Override
    public boolean containsKey(Object name) {
        return find(name) >= 0;
    }

    private int find(Object name) {
        int low = 0;
        int high = size() - 1;
        while (name instanceof String text && low <= high) {
            int middle = (low + high) >>> 1;
            int order = name(middle).compareTo(text);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int at = 0; at < size(); at++) {
            action.accept(name(at), text(at));
        }
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return SortedTexts.this.size();
            }

            @Override
            public Iterator<Entry<String, String>> iterator() {
                return new Entries();
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SortedTexts that
                ? Arrays.equals(namesAndTexts, that.namesAndTexts)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    private final class Entries implements Iterator<Entry<String, String>> {

        private int at;

        @Override
        public boolean hasNext() {
            return at < size();
        }

        @Override
        public Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var entry = Map.entry(name(at), text(at));
            at++;
            return entry;
        }
    }
}
