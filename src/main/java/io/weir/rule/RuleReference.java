package io.weir.rule;

/**
 * A rule that a correlation refers to.
 *
 * @param rule the id or the name as written; once resolved, the id
 * @param position where the reference stands
 */
public record RuleReference(String rule, Position position) {}
