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
final class Variants implements Need.Cases<List<Map<Source, Need>>> {

    /** The most variants of one rule. */
    private static final int MOST = 16;

    private static final Variants SPLITTER = new Variants();

    private Variants() {}

    /** The variants of a need; none where it is impossible. Each has the sources that it asks about. */
    static List<Map<Source, Need>> of(Need need) {
        return SPLITTER.split(need);
    }

    private List<Map<Source, Need>> split(Need need) {
        var sources = need.sources().distinct().limit(2).toList();
        return sources.size() == 1 ? List.of(Map.of(sources.get(0), need)) : need.match(this);
    }

    @Override
    public List<Map<Source, Need>> answer(Need.Answer need) {
        return List.of(Map.of(need.source(), need));
    }

    @Override
    public List<Map<Source, Need>> allOf(Need.AllOf need) {
        var parts = need.parts().stream()
                .map(this::split)
                .sorted(Comparator.comparingInt(List::size))
                .toList();
        var all = List.of(Map.<Source, Need>of());
        for (var part : parts) {
            all = all.size() * part.size() <= MOST ? each(all, part) : each(all, List.of(together(part)));
        }
        return all;
    }

    @Override
    public List<Map<Source, Need>> anyOf(Need.AnyOf need) {
        var bySource = new LinkedHashMap<Set<Source>, List<Need>>();
        for (var part : need.parts()) {
            bySource.computeIfAbsent(part.sources().collect(Collectors.toSet()), unused -> new ArrayList<>())
                    .add(part);
        }
        var all = new ArrayList<Map<Source, Need>>();
        bySource.forEach((sources, parts) -> {
            if (sources.size() == 1) {
                all.add(Map.of(sources.iterator().next(), Need.anyOf(parts)));
            } else {
                parts.forEach(part -> all.addAll(split(part)));
            }
        });
        return all.size() <= MOST ? all : List.of(together(all));
    }

    /** Both, for each of some and each of others. */
    private static List<Map<Source, Need>> each(List<Map<Source, Need>> some, List<Map<Source, Need>> others) {
        return some.stream()
                .flatMap(one -> others.stream().map(other -> both(one, other)))
                .toList();
    }

    private static Map<Source, Need> both(Map<Source, Need> one, Map<Source, Need> other) {
        var both = new LinkedHashMap<>(one);
        other.forEach((source, need) -> both.merge(source, need, (some, more) -> Need.allOf(List.of(some, more))));
        return both;
    }

    /** What all variants ask: of each source that all of them ask about, what one of them does. */
    private static Map<Source, Need> together(List<Map<Source, Need>> variants) {
        var together = new LinkedHashMap<Source, Need>();
        for (var source : variants.get(0).keySet()) {
            if (variants.stream().allMatch(variant -> variant.containsKey(source))) {
                together.put(
                        source,
                        Need.anyOf(variants.stream()
                                .map(variant -> variant.getOrDefault(source, Need.nothing()))
                                .distinct()
                                .toList()));
            }
        }
        return together;
    }
}
