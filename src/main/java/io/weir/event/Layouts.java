package io.weir.event;

import java.util.List;

/**
 * The layouts that were seen, as a tree of their steps. Real streams have some hundred. While there is much room a layout is taken in at once; then when it
 * comes a second time, so that names made up for one record each do not push the others out; and when there are too many all are forgotten. Safe to share
 * between threads.
 */
final class Layouts {

    /** Steps in all: about 20 MB at worst, and 20 times what the streams of our corpus need. */
    private static final int MOST_STEPS = 1 << 17;

    /** Up to as many steps layouts are taken in at first sight. */
    private static final int TAKEN_AT_ONCE = MOST_STEPS / 2;

    /** How many layouts seen once are remembered, by their hash. */
    private static final int SEEN_ONCE = 1 << 12;

    private final List<EventShape> shapes;
    private final int[] seenOnce = new int[SEEN_ONCE];
    private int steps;
    private int learned;
    private volatile LayoutRun all = LayoutRun.empty();

    Layouts(List<EventShape> shapes) {
        this.shapes = List.copyOf(shapes);
    }

    /** All that are known, from where every record begins. */
    LayoutRun all() {
        return all;
    }

    /** Takes note of the layout of a record that one of the shapes has read. */
    void learn(byte[] record) {
        LayoutReader.read(record).ifPresent(this::learn);
    }

    private synchronized void learn(LayoutReader.Parts parts) {
        if (steps < TAKEN_AT_ONCE || comesAgain(parts.steps())) {
            StandIns.layout(parts.standIns(), shapes, learned).ifPresent(layout -> add(parts.steps(), layout));
        }
    }

    private void add(List<LayoutStep> found, Layout layout) {
        boolean isFull = steps + found.size() > MOST_STEPS;
        all = (isFull ? LayoutRun.empty() : all).with(found, layout);
        learned++;
        steps = (isFull ? 0 : steps) + found.size();
    }

    private boolean comesAgain(List<LayoutStep> found) {
        int hash = found.hashCode();
        int place = Math.floorMod(hash, SEEN_ONCE);
        boolean again = seenOnce[place] == hash;
        seenOnce[place] = hash;
        return again;
    }
}
