package io.weir.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an event is to one group of a correlation.
 *
 * @param steps that it matches there, counted from 0, rising
 * @param value what is counted or measured of it, or empty where the correlation looks at no field
 */
record Share(List<Integer> steps, String value) {

    Share {
        steps = List.copyOf(steps);
    }

    Share and(int step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new Share(more, value);
    }

    /** The same with only some of the steps. */
    Share only(Set<Integer> some) {
        return some.containsAll(steps)
                ? this
                : new Share(steps.stream().filter(some::contains).toList(), value);
    }
}
