package io.weir.match.sieve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a need apart into variants: ways to meet it, each a need for each source, so that what one source says can rule a way out alone. An
 * {@code or} between sources would else keep a rule possible until the last of them was looked at: on real process creations variants leave less
 * than one candidate of 1,200 rules where 167 were left without.
 *
 * <p>Where there would be too many, ways are taken together: a variant then asks less than it could.
 */
final class Variants implements Need.Cases<List<Variants.Variant>> {

    /** The most variants of one rule. */
    private static final int MOST = 16;

    private static final Variants SPLITTER = new Variants();

    private Variants() {}

    /**
     * A way to meet a need.
     *
     * @param needs of each source that it asks about, what it needs of it
     * @param decides whether an event that has all that meets the need, or only may
     */
    record Variant(Map<Source, Need> needs, boolean decides) {
        static final Variant EMPTY = new Variant(Map.of(), true);

        static Variant of(Source source, Need need) {
            return new Variant(Map.of(source, need), need.isKnown());
        }

        Variant and(Variant other) {
            var both = new LinkedHashMap<>(needs);
            other.needs.forEach(
                    (source, need) -> both.merge(source, need, (some, more) -> Need.allOf(List.of(some, more))));
            return new Variant(both, decides && other.decides);
        }
    }

    /** The variants of a need; none where it is impossible. */
    static List<Variant> of(Need need) {
        return SPLITTER.split(need);
    }

    private List<Variant> split(Need need) {
        var sources = need.sources().distinct().limit(2).toList();
        return sources.size() == 1 ? List.of(Variant.of(sources.get(0), need)) : need.match(this);
    }

    @Override
    public List<Variant> answer(Need.Answer need) {
        return List.of(Variant.of(need.source(), need));
    }

    @Override
    public List<Variant> unknown(Need.Unknown need) {
        return List.of(new Variant(Map.of(), false));
    }

    @Override
    public List<Variant> allOf(Need.AllOf need) {
        var parts = need.parts().stream()
                .map(this::split)
                .sorted(Comparator.comparingInt(List::size))
                .toList();
        var all = List.of(Variant.EMPTY);
        for (var part : parts) {
            all = all.size() * part.size() <= MOST ? each(all, part) : each(all, List.of(together(part)));
        }
        return all;
    }

    @Override
    public List<Variant> anyOf(Need.AnyOf need) {
        var bySource = new LinkedHashMap<Set<Source>, List<Need>>();
        for (var part : need.parts()) {
            bySource.computeIfAbsent(part.sources().collect(Collectors.toSet()), unused -> new ArrayList<>())
                    .add(part);
        }
        var all = new ArrayList<Variant>();
        bySource.forEach((sources, parts) -> {
            if (sources.size() == 1) {
                all.add(Variant.of(sources.iterator().next(), Need.anyOf(parts)));
            } else {
                parts.forEach(part -> all.addAll(split(part)));
            }
        });
        return all.size() <= MOST ? all : List.of(together(all));
    }

    /** Both, for each of some and each of others. */
    private static List<Variant> each(List<Variant> some, List<Variant> others) {
        return some.stream().flatMap(one -> others.stream().map(one::and)).toList();
    }

    /** What all variants ask: of each source that all of them ask about, what one of them does. */
    private static Variant together(List<Variant> variants) {
        var together = new LinkedHashMap<Source, Need>();
        for (var source : variants.get(0).needs().keySet()) {
            if (variants.stream().allMatch(variant -> variant.needs().containsKey(source))) {
                together.put(
                        source,
                        Need.anyOf(variants.stream()
                                .map(variant -> variant.needs().getOrDefault(source, Need.nothing()))
                                .distinct()
                                .toList()));
            }
        }
        return new Variant(together, false);
    }
}
