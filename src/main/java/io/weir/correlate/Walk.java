package io.weir.correlate;

import java.util.List;
import java.util.Optional;

/**
 * Goes over the events of a group from a change onward, page by page, as long as the change is felt: until what is carried over into a page is
 * what was carried over before.
 */
final class Walk {

    /** What looks at the events. */
    interface Reader {

        /** What comes next does not go on from the page before. */
        void beginAnew();

        /** Looks at the events of a page from one on; what is to be carried over into the next page comes back. */
        Carry read(Spot from, Carry before);
    }

    /**
     * Where a change is felt.
     *
     * @param from the first place
     * @param to the last time up to which it may be felt without being carried over, in microseconds
     * @param changed the time of the last change, in microseconds
     */
    record Reach(Position from, long to, long changed) {}

    private final Timeline timeline;
    private final Reader reader;

    Walk(Timeline timeline, Reader reader) {
        this.timeline = timeline;
        this.reader = reader;
    }

    /** Goes over all that the change may be felt at; the place before which everything was looked at comes back. */
    Position over(Reach reach) {
        var start = start(reach.from());
        var carry = start.flatMap(Leaf::before).orElse(Carry.NONE);
        long index = start.map(Leaf::bucket).orElse(timeline.index(reach.from().micros()));
        int empty = 0;
        reader.beginAnew();
        for (; empty < Timeline.GAP || index <= timeline.index(reach.changed()) + Timeline.GAP; index++) {
            var pages = timeline.bucket(index).leaves();
            empty = pages.isEmpty() ? empty + 1 : 0;
            if (empty >= Timeline.GAP) {
                carry = Carry.NONE;
                reader.beginAnew();
            }
            for (var page : from(start, pages)) {
                if (isAsBefore(page, carry, reach.to())) {
                    return page.first();
                }
                page.begin(carry);
                var rung = start.isPresent() && start.get() == page
                        ? page.rung(reach.from())
                        : Optional.<Rungs.Rung>empty();
                carry = rung.isPresent()
                        ? reader.read(
                                new Spot(page, rung.get().index()), rung.get().before())
                        : reader.read(new Spot(page, 0), carry);
            }
        }
        return Position.before(timeline.start(index));
    }

    private static boolean isAsBefore(Leaf page, Carry carry, long to) {
        return page.first().micros() > to
                && !page.isChanged()
                && page.before().filter(carry::equals).isPresent();
    }

    /** The page of that place, or the latest one before it of which it is known what went before. */
    private Optional<Leaf> start(Position from) {
        var page = timeline.floor(from);
        while (page.isPresent() && page.get().before().isEmpty()) {
            var previous = timeline.previous(page.get());
            if (previous.isEmpty()) {
                return page;
            }
            page = previous;
        }
        return page;
    }

    private static List<Leaf> from(Optional<Leaf> start, List<Leaf> pages) {
        int at = start.map(pages::indexOf).orElse(-1);
        return at < 0 ? pages : pages.subList(at, pages.size());
    }
}
