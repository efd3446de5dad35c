package io.weir.correlate;

/** When alerts are told of whose condition more events can move but not unmake. What stands in the end is the same. */
public enum Emission {
    /** As soon as the events that make them are there. */
    EARLY,
    /** Once the watermark has passed them, so that they change only by what comes later still. */
    SETTLED
}
