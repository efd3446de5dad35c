package io.weir.correlate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Different values, or matches of different rules, of which there are enough within a timespan. */
final class RecentCompletions implements Completions {

    /** What is told apart, when there is enough of it, and what is found then. */
    interface Distinction {

        /** The keys of an event: its value, or the numbers of its steps. */
        List<String> keys(Placed event);

        /**
         * Since when there is enough, in microseconds: the time of the key without which, and without all older ones, there is not. None
         * where there is not enough. More keys are never less.
         *
         * @param recent the latest event of each key, oldest first
         */
        OptionalLong enoughSince(Collection<Recent> recent);

        /** How many of the latest keys decide. */
        int most();

        /**
         * What is found.
         *
         * @param recent the latest event of each key, oldest first
         * @param window the events of the timespan up to the one that makes it enough
         */
        Finding finding(List<Recent> recent, Window window);
    }

    /** The events of the timespan, read only where a finding needs them. */
    interface Window {
        List<Placed> events();
    }

    private final Timeline timeline;
    private final long timespan;
    private final Distinction distinction;
    private final LinkedHashMap<String, Recent> recent = new LinkedHashMap<>();
    private @Nullable Placed last;

    RecentCompletions(Timeline timeline, long timespan, Distinction distinction) {
        this.timeline = timeline;
        this.timespan = timespan;
        this.distinction = distinction;
    }

    @Override
    public void begin(Spot first, Carry before) {
        recent.clear();
        before.recent().forEach(one -> recent.put(one.key(), one));
    }

    @Override
    public OptionalLong next(Spot spot) {
        var event = spot.event();
        last = event;
        for (var key : distinction.keys(event)) {
            recent.remove(key);
            recent.put(key, new Recent(key, event.time().micros(), event.event()));
        }
        forget(event.time().micros() - timespan);
        return distinction.enoughSince(recent.values());
    }

    private void forget(long before) {
        var oldest = recent.values().iterator();
        while (oldest.hasNext() && (oldest.next().micros() < before || recent.size() > distinction.most())) {
            oldest.remove();
        }
    }

    @Override
    public Finding finding() {
        var event = last;
        if (event == null) {
            throw new IllegalStateException("no event was looked at yet");
        }
        long time = event.time().micros();
        return distinction.finding(
                recent(),
                () -> timeline.between(time - timespan, time).stream()
                        .filter(other -> Placed.ORDER.compare(other, event) <= 0)
                        .toList());
    }

    @Override
    public List<Recent> recent() {
        return new ArrayList<>(recent.values());
    }
}
