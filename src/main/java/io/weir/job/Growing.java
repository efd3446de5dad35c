package io.weir.job;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;

/**
 * A list that nobody changes and that is made of the one before it by one element more, time and again. It has its elements in common with that one: a host that does a thousand
 * things a second has ten thousand reminders for one moment, which would else be gone through and copied for each further one.
 *
 * @param <E> the elements, each of which is there once
 */
final class Growing<E> extends AbstractList<E> implements RandomAccess {

    /** Shorter ones are copied, which takes less than a set. */
    private static final int LONGEST_PLAIN = 16;

    /** Those of this list, then those of the ones that grew from it: no place is written twice, so a checkpoint may read it meanwhile. */
    private final Object[] elements;

    private final int size;

    /** All that are among the elements; only whoever makes a longer list asks it. */
    private final Set<E> known;

    private Growing(Object[] elements, Set<E> known) {
        this.elements = elements;
        this.size = known.size();
        this.known = known;
    }

    /** A list with one element more at its end; the very list where it is there already. */
    static <E> List<E> with(List<E> list, E more) {
        if (list instanceof Growing<E> growing) {
            return growing.and(more);
        }
        if (list.contains(more)) {
            return list;
        }
        var longer = new ArrayList<E>(list.size() + 1);
        longer.addAll(list);
        longer.add(more);
        return longer.size() > LONGEST_PLAIN ? new Growing<>(longer.toArray(), new HashSet<>(longer)) : longer;
    }

    private Growing<E> and(E more) {
        if (known.size() > size) {
            // Another one has grown from this already.
            return new Growing<>(Arrays.copyOf(elements, size), new HashSet<>(this)).and(more);
        }
        if (!known.add(more)) {
            return this;
        }
        var room = size < elements.length ? elements : Arrays.copyOf(elements, 2 * size);
        room[size] = more;
        return new Growing<>(room, known);
    }

    @Override
    @SuppressWarnings("unchecked") // All elements were handed in as such.
    public E get(int at) {
        return (E) elements[Objects.checkIndex(at, size)];
    }

    @Override
    public int size() {
        return size;
    }
}
