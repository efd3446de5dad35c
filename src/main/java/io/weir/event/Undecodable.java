package io.weir.event;

/**
 * Bytes that are no event that Weir can read.
 *
 * @param reason what was found and what was expected, in one line
 * @param bytes the part of the record that could not be read; not to be changed
 */
public record Undecodable(String reason, byte[] bytes) {}
