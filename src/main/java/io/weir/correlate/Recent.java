package io.weir.correlate;

/**
 * When a value, or a step of a correlation, was last there.
 *
 * @param key the value, or the number of the step
 * @param micros of the latest event that has it
 * @param event the id of that event
 */
public record Recent(String key, long micros, String event) {}
