package io.weir.correlate;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks at a window that has settled: all that is in it counts, also what makes a condition false. */
interface Judge {

    /**
     * What in the window makes an alert, if it does.
     *
     * @param timeline where it was cut out
     * @param window its events in order; at least one
     * @param begins which events may stand for the first step of a sequence
     */
    Optional<Finding> of(Timeline timeline, List<Placed> window, Predicate<Placed> begins);
}
