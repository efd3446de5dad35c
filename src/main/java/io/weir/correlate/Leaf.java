package io.weir.correlate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
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
    private PageSummary summary;
    private @Nullable HistoryPage page;
    private boolean startKnown = true;
    private boolean changed;

    private Leaf(long bucket, BucketMemory memory, Weight weight, PageSummary summary, @Nullable HistoryPage page) {
        this.bucket = bucket;
        this.number = summary.number();
        this.memory = memory;
        this.weight = weight;
        this.summary = summary;
        this.page = page;
    }

    /** A page that is in the memory, not read so far. */
    static Leaf stored(long bucket, BucketMemory memory, Weight weight, PageSummary summary) {
        return new Leaf(bucket, memory, weight, summary, null);
    }

    /** A page that was read with its bucket. */
    static Leaf tail(long bucket, BucketMemory memory, Weight weight, HistoryPage page) {
        return new Leaf(bucket, memory, weight, PageSummary.of(TAIL, page.placed(), weight), page);
    }

    /** A new page; what went before its events is still to be found out. */
    Leaf sibling(int newNumber, List<Placed> events) {
        return create(bucket, newNumber, memory, weight, events);
    }

    /** A new page; what went before its events is still to be found out. */
    static Leaf create(long bucket, int number, BucketMemory memory, Weight weight, List<Placed> events) {
        var leaf = new Leaf(
                bucket, memory, weight, PageSummary.of(number, events, weight), new HistoryPage(Carry.NONE, events));
        leaf.startKnown = false;
        leaf.changed = true;
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
        return summary;
    }

    Position first() {
        return summary.first();
    }

    /** The time of the last event, in microseconds. */
    long last() {
        return summary.last();
    }

    int size() {
        return summary.size();
    }

    BigDecimal sum() {
        return summary.sum();
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
        return startKnown ? Optional.of(page().before()) : Optional.empty();
    }

    void begin(Carry carry) {
        if (!startKnown || !page().before().equals(carry)) {
            page = new HistoryPage(carry, events());
            startKnown = true;
            changed = true;
        }
    }

    void add(Placed placed) {
        var events = new ArrayList<>(events());
        int at = Collections.binarySearch(events, placed, Placed.ORDER);
        if (at < 0) {
            events.add(-at - 1, placed);
            keep(events);
        }
    }

    /** Takes the event of that place out, if it is there; one must remain. */
    void remove(Placed placed) {
        keep(without(placed));
    }

    List<Placed> without(Placed placed) {
        return events().stream()
                .filter(other -> !other.position().equals(placed.position()))
                .toList();
    }

    void keep(List<Placed> events) {
        page = new HistoryPage(page().before(), events);
        summary = PageSummary.of(number, events, weight);
        changed = true;
    }

    /** Has this page be of unknown beginning: events that were here are now in a page before it. */
    void forgetStart() {
        startKnown = false;
    }

    boolean isChanged() {
        return changed;
    }
}
