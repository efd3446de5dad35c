package io.weir.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * Some measurements of one thing.
 *
 * @param median of them; of an even number the mean of the middle two
 */
public record Spread(double least, double median, double most) {

    /** The spread of what each item says. */
    public static <T> Spread of(Collection<T> items, ToDoubleFunction<T> measure) {
        var sorted = items.stream().mapToDouble(measure).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        var middle = Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1);
        return new Spread(sorted[0], middle.average().orElseThrow(), sorted[sorted.length - 1]);
    }
}
