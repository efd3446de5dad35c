package io.weir.correlate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads which events make an alert where a condition is told of as soon as it is true: the first of an episode, and the first of each further timespan. */
final class EarlyReader implements Walk.Reader {

    private final Completions completions;
    private final long timespan;
    private final Position from;
    private final List<Told> found = new ArrayList<>();
    private final List<Long> heldBack = new ArrayList<>();
    private boolean anew = true;

    /** @param from what comes before is not asked for */
    EarlyReader(Completions completions, long timespan, Position from) {
        this.completions = completions;
        this.timespan = timespan;
        this.from = from;
    }

    @Override
    public void beginAnew() {
        anew = true;
    }

    @Override
    public Carry read(Spot first, Carry before) {
        if (anew) {
            completions.begin(first, before);
            anew = false;
        }
        var page = first.leaf();
        var episode = before.episode();
        for (int i = first.index(); i < page.size(); i++) {
            if (i % Rungs.STEP == 0) {
                page.found(i, new Carry(episode, completions.recent()));
            }
            episode = look(new Spot(page, i), episode);
        }
        return new Carry(episode, completions.recent());
    }

    private Episode look(Spot spot, Episode episode) {
        var since = completions.next(spot);
        if (since.isEmpty()) {
            return episode;
        }
        var next = episode.with(spot.micros(), since.getAsLong(), timespan);
        boolean alerts = next.start() != episode.start() || next.slot() != episode.slot();
        if (alerts && spot.event().position().compareTo(from) >= 0) {
            found.add(new Told(spot.event().position(), completions.finding()));
            heldBack.add(episode.heldBack());
        }
        return next;
    }

    /** What made an alert, in order. */
    List<Told> found() {
        return found;
    }

    /** Of each of them, how many events since the alert before it made the condition true without an alert. */
    Map<Finding, Long> heldBack() {
        var all = new HashMap<Finding, Long>();
        for (int i = 0; i < found.size(); i++) {
            all.put(found.get(i).finding(), heldBack.get(i));
        }
        return all;
    }
}
