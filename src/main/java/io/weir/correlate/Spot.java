package io.weir.correlate;

/**
 * One event of a timeline.
 *
 * @param leaf the page that holds it
 * @param index within that page, counted from 0
 */
record Spot(Leaf leaf, int index) {

    Placed event() {
        return leaf.events().get(index);
    }

    long micros() {
        return event().time().micros();
    }

    /** The event after this one; there must be one. */
    Spot next(Timeline timeline) {
        return index + 1 < leaf.size()
                ? new Spot(leaf, index + 1)
                : new Spot(timeline.next(leaf).orElseThrow(), 0);
    }
}
