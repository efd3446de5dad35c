package io.weir.correlate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * So many different values. What is found is the first event of each value, and the one that makes it enough.
 *
 * @param enough how many
 */
record DistinctValues(int enough) implements RecentCompletions.Distinction {

    @Override
    public List<String> keys(Placed event) {
        return List.of(event.value());
    }

    @Override
    public OptionalLong enoughSince(Collection<Recent> recent) {
        return recent.size() < enough
                ? OptionalLong.empty()
                : OptionalLong.of(recent.iterator().next().micros());
    }

    /** As many as are needed: the oldest of them is then the one without which there is not enough. */
    @Override
    public int most() {
        return enough;
    }

    @Override
    public Finding finding(List<Recent> recent, RecentCompletions.Window window) {
        var events = window.events();
        var firsts = firsts(events);
        return Finding.of(
                Stream.concat(firsts.stream(), Stream.of(events.get(events.size() - 1)))
                        .toList(),
                Integer.toString(firsts.size()));
    }

    /** The first event of each value, in the order of the events. */
    static List<Placed> firsts(List<Placed> events) {
        var seen = new HashSet<String>();
        return events.stream().filter(event -> seen.add(event.value())).toList();
    }
}
