package io.weir.parse;

/**
 * A rule file as it was read: what travels to a cluster, where it is parsed again.
 *
 * @param name the file's name as the user wrote it, which positions carry
 * @param bytes its content; not to be changed
 */
public record RuleFile(String name, byte[] bytes) {}
