package io.weir.job;

/** Event time as Flink has it, in milliseconds, and as Weir has it, in microseconds. */
final class EventTime {

    private EventTime() {}

    /** The watermark in microseconds; {@link Long#MIN_VALUE} before the first, {@link Long#MAX_VALUE} after the end. */
    static long micros(long watermarkMillis) {
        if (watermarkMillis <= Long.MIN_VALUE / 1_000) {
            return Long.MIN_VALUE;
        }
        return watermarkMillis >= Long.MAX_VALUE / 1_000 ? Long.MAX_VALUE : watermarkMillis * 1_000;
    }
}
