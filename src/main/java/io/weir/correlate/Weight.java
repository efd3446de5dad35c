package io.weir.correlate;

import java.math.BigDecimal;

/** How much an event adds to what its correlation sums up. */
interface Weight {

    /** Nothing is summed up. */
    Weight NONE = placed -> BigDecimal.ZERO;

    BigDecimal of(Placed placed);
}
