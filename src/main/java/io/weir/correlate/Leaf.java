package io.weir.correlate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link HistoryPage} while its group is changed or looked at: read when it is first asked for its events, written if it is another then. */
final class Leaf {

    /** The number of the page that its bucket itself holds. */
    static final int TAIL = 0;

    private final long bucket;
    private final int number;
    private final BucketMemory memory;
    private final Weight weight;

    /** One of the two is always there; the summary is made of the page where it is asked for. */
    private @Nullable HistoryPage page;

    private @Nullable PageSummary summary;
    private boolean isStartKnown = true;
    private boolean isChanged;

    private Leaf(long bucket, int number, BucketMemory memory, Weight weight) {
        this.bucket = bucket;
        this.number = number;
        this.memory = memory;
        this.weight = weight;
    }

    /** A page that is in the memory, not read so far. */
    static Leaf stored(long bucket, BucketMemory memory, Weight weight, PageSummary summary) {
        var leaf = new Leaf(bucket, summary.number(), memory, weight);
        leaf.summary = summary;
        return leaf;
    }

    /** A page that was read with its bucket. */
    static Leaf tail(long bucket, BucketMemory memory, Weight weight, HistoryPage page) {
        var leaf = new Leaf(bucket, TAIL, memory, weight);
        leaf.page = page;
        return leaf;
    }

    /** A new page; what went before its events is still to be found out. */
    static Leaf create(long bucket, int number, BucketMemory memory, Weight weight, List<Placed> events) {
        var leaf = new Leaf(bucket, number, memory, weight);
        leaf.page = new HistoryPage(Carry.NONE, events);
        leaf.isStartKnown = false;
        leaf.isChanged = true;
        return leaf;
    }

    long bucket() {
        return bucket;
    }

    boolean isTail() {
        return number == TAIL;
    }

    int number() {
        return number;
    }

    PageSummary summary() {
        var known = summary;
        if (known == null) {
            known = PageSummary.of(number, events(), weight);
            summary = known;
        }
        return known;
    }

    Position first() {
        return page == null ? summary().first() : page.placed().get(0).position();
    }

    /** The time of the last event, in microseconds. */
    long last() {
        return page == null
                ? summary().last()
                : page.placed().get(size() - 1).time().micros();
    }

    int size() {
        return page == null ? summary().size() : page.placed().size();
    }

    /** What its events weigh. */
    BigDecimal sum() {
        return summary().sum();
    }

    boolean mayMatch(int step) {
        return summary().mayMatch(step);
    }

    List<Placed> events() {
        return page().placed();
    }

    HistoryPage page() {
        var read = page;
        if (read == null) {
            read = memory.page(bucket, number)
                    .orElseThrow(() -> new IllegalStateException(
                            "page " + number + " of bucket " + bucket + " is missing, which the bucket says is there"));
            page = read;
        }
        return read;
    }

    /** What went before the first event, as it was when that was last looked at; none for a new page. */
    Optional<Carry> before() {
        return isStartKnown ? Optional.of(page().before()) : Optional.empty();
    }

    /** How far into the page a look at that place may begin; only where it is known what went before the page. */
    Optional<Rungs.Rung> rung(Position place) {
        int index = 0;
        while (index < size() && events().get(index).position().compareTo(place) < 0) {
            index++;
        }
        return page().rungs().floor(index);
    }

    /** What went before an event of the page was found out. */
    void found(int index, Carry carry) {
        page().rungs().put(index, carry);
    }

    void begin(Carry carry) {
        if (!isStartKnown || !page().before().equals(carry)) {
            page = new HistoryPage(carry, events());
            isStartKnown = true;
            isChanged = true;
        }
    }

    /** Puts the event in its place, unless it is there already. */
    void add(Placed placed) {
        if (!page().contains(placed)) {
            page = page().with(placed);
            summary = null;
            isChanged = true;
        }
    }

    /** The events but the one of that place. */
    List<Placed> without(Placed placed) {
        return events().stream()
                .filter(other -> !other.position().equals(placed.position()))
                .toList();
    }

    /** Has the page consist of those events. */
    void keep(List<Placed> events) {
        page = new HistoryPage(page().before(), events);
        summary = null;
        isChanged = true;
    }

    /** Has the page be of unknown beginning: events that were here are now in a page before it. */
    void forgetStart() {
        isStartKnown = false;
    }

    boolean isChanged() {
        return isChanged;
    }
}
