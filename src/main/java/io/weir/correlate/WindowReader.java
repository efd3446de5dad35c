package io.weir.correlate;

import java.util.ArrayList;
import java.util.List;

/** Reads where windows begin that must settle: at an event that is not inside an earlier one. */
final class WindowReader implements Walk.Reader {

    private final long timespan;
    private final long from;
    private final List<Long> starts = new ArrayList<>();

    /** @param from windows that end before, in microseconds, are not asked for */
    WindowReader(long timespan, long from) {
        this.timespan = timespan;
        this.from = from;
    }

    @Override
    public void beginAnew() {
        // A window that is in progress comes with what is carried over.
    }

    @Override
    public Carry read(Spot first, Carry before) {
        var window = before.episode();
        if (starts.isEmpty() && window.isOpen()) {
            take(window.start());
        }
        var page = first.leaf();
        for (int i = first.index(); i < page.size(); i++) {
            page.found(i, new Carry(window, List.of()));
            long micros = new Spot(page, i).micros();
            if (!window.isOpen() || micros > window.trueUntil()) {
                window = Episode.window(micros, timespan);
                take(micros);
            }
        }
        return new Carry(window, List.of());
    }

    private void take(long start) {
        if (start + timespan >= from) {
            starts.add(start);
        }
    }

    /** The times of the first events of windows, in microseconds, rising. */
    List<Long> starts() {
        return starts;
    }
}
