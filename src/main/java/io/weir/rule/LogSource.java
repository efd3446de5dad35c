package io.weir.rule;

/**
 * Which events a rule looks at (Sigma rules specification, "Log Source"). A part that the rule does not state is empty
 * and restricts nothing; stated parts are in lower case.
 *
 * @param product such as {@code windows}
 * @param category such as {@code process_creation}
 * @param service such as {@code security}
 * @param position where the rule states it
 */
public record LogSource(String product, String category, String service, Position position) {}
