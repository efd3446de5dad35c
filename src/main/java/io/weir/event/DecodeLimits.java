package io.weir.event;

/**
 * How much of one record is taken on: input is hostile, and what is larger goes to the dead letters.
 *
 * @param bytes of a record
 * @param depth of objects and arrays inside one event, the event itself counted
 * @param values of one event, objects and arrays counted
 * @param events of one record that is an array
 */
public record DecodeLimits(int bytes, int depth, int values, int events) {

    /** 4 MiB, 64 levels, 65,536 values, 10,000 events: far above what Windows writes, whose largest events have 64 KiB and some hundred values. */
    public static final DecodeLimits STANDARD = new DecodeLimits(4 << 20, 64, 1 << 16, 10_000);

    public DecodeLimits {
        requirePositive("bytes", bytes);
        requirePositive("depth", depth);
        requirePositive("values", values);
        requirePositive("events", events);
    }

    private static void requirePositive(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(name + " must be positive, found " + limit);
        }
    }
}
