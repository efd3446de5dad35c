package io.weir.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A {@link HistoryBucket} while its group is changed or looked at. */
final class LoadedBucket {

    /** How many events a bucket holds itself; more than these make a page. */
    static final int MOST_IN_TAIL = 96;

    /** How many events a new page has. */
    static final int PAGE = 64;

    private final long index;
    private final BucketMemory memory;
    private final Weight weight;
    private final boolean stored;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Integer> dropped = new ArrayList<>(0);
    private final List<Told> told;
    private final boolean isToldKnown;
    private boolean changed;

    LoadedBucket(long index, BucketMemory memory, Weight weight) {
        this.index = index;
        this.memory = memory;
        this.weight = weight;
        var found = memory.bucket(index);
        this.stored = found.isPresent();
        var bucket = found.orElse(HistoryBucket.EMPTY);
        this.told = new ArrayList<>(bucket.told());
        this.isToldKnown = bucket.isToldKnown();
        for (var summary : bucket.pages()) {
            leaves.add(Leaf.stored(index, memory, weight, summary));
        }
        if (!bucket.tail().placed().isEmpty()) {
            leaves.add(Leaf.tail(index, memory, weight, bucket.tail()));
        }
    }

    long index() {
        return index;
    }

    /** The pages in order; none is empty. */
    List<Leaf> leaves() {
        return leaves;
    }

    boolean isEmpty() {
        return leaves.isEmpty();
    }

    int size() {
        int size = 0;
        for (var leaf : leaves) {
            size += leaf.size();
        }
        return size;
    }

    /** The place of its first event, of which there is one. */
    Position first() {
        return leaves.get(0).first();
    }

    /** The place of its last event, of which there is one. */
    Position last() {
        var events = leaves.get(leaves.size() - 1).events();
        return events.get(events.size() - 1).position();
    }

    /** The last page that begins at the position or before it. */
    Optional<Leaf> floor(Position position) {
        int at = indexOfFloor(position);
        return at < 0 ? Optional.empty() : Optional.of(leaves.get(at));
    }

    private int indexOfFloor(Position position) {
        int low = 0;
        int high = leaves.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (leaves.get(middle).first().compareTo(position) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    void add(Placed placed) {
        changed = true;
        int at = Math.max(0, indexOfFloor(placed.position()));
        if (leaves.isEmpty() || isAfterAllPages(at, placed)) {
            leaves.add(Leaf.create(index, Leaf.TAIL, memory, weight, List.of(placed)));
        } else {
            leaves.get(at).add(placed);
            split(at);
        }
    }

    private boolean isAfterAllPages(int at, Placed placed) {
        var leaf = leaves.get(at);
        return at == leaves.size() - 1
                && !leaf.isTail()
                && leaf.last() < placed.time().micros();
    }

    private void split(int at) {
        var leaf = leaves.get(at);
        var events = leaf.events();
        if (leaf.isTail()) {
            int cut = 0;
            for (; events.size() - cut > MOST_IN_TAIL; cut += PAGE) {
                var page = page(events.subList(cut, cut + PAGE));
                if (cut == 0) {
                    leaf.before().ifPresent(page::begin);
                }
                leaves.add(leaves.size() - 1, page);
            }
            if (cut > 0) {
                leaf.keep(events.subList(cut, events.size()));
                leaf.forgetStart();
            }
        } else if (events.size() > 2 * PAGE) {
            leaves.add(at + 1, page(events.subList(PAGE, events.size())));
            leaf.keep(events.subList(0, PAGE));
        }
    }

    private Leaf page(List<Placed> events) {
        int last = leaves.stream().mapToInt(Leaf::number).max().orElse(Leaf.TAIL);
        return Leaf.create(index, last + 1, memory, weight, events);
    }

    void remove(Placed placed) {
        int at = indexOfFloor(placed.position());
        if (at < 0) {
            return;
        }
        var leaf = leaves.get(at);
        var rest = leaf.without(placed);
        if (rest.isEmpty()) {
            leaves.remove(at);
            if (!leaf.isTail()) {
                dropped.add(leaf.number());
            }
            changed = true;
        } else if (rest.size() < leaf.size()) {
            leaf.keep(rest);
            changed = true;
        }
    }

    List<Told> told() {
        return told;
    }

    /** Whether the memory says what was told of the bucket. */
    boolean isToldKnown() {
        return isToldKnown;
    }

    void removeTold(Predicate<Told> which) {
        changed |= told.removeIf(which);
    }

    void addTold(Told one) {
        told.add(one);
        told.sort((a, b) -> a.at().compareTo(b.at()));
        changed = true;
    }

    /** Writes what has changed back to the memory. */
    void save() {
        dropped.forEach(number -> memory.removePage(index, number));
        boolean isOther = changed;
        for (var leaf : leaves) {
            isOther |= leaf.isChanged();
            if (leaf.isChanged() && !leaf.isTail()) {
                memory.putPage(index, leaf.number(), leaf.page());
            }
        }
        if (leaves.isEmpty()) {
            if (stored) {
                memory.removeBucket(index);
            }
        } else if (isOther) {
            memory.putBucket(index, new HistoryBucket(summaries(), tail(), told));
        }
    }

    /** Takes the bucket out of the memory; the events that it held come back. */
    List<Placed> forget() {
        var events = leaves.stream().flatMap(leaf -> leaf.events().stream()).toList();
        leaves.stream().filter(leaf -> !leaf.isTail()).forEach(leaf -> memory.removePage(index, leaf.number()));
        memory.removeBucket(index);
        return events;
    }

    private List<PageSummary> summaries() {
        var summaries = new ArrayList<PageSummary>(leaves.size());
        for (var leaf : leaves) {
            if (!leaf.isTail()) {
                summaries.add(leaf.summary());
            }
        }
        return summaries;
    }

    private HistoryPage tail() {
        var last = leaves.get(leaves.size() - 1);
        return last.isTail() ? last.page() : HistoryPage.EMPTY;
    }
}
