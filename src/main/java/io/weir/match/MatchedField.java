package io.weir.match;

/**
 * One reason why a rule matched: a value of the event that fitted a pattern of the rule.
 *
 * @param selection the selection's name in the rule
 * @param field the field as the rule names it, or empty for a keyword
 * @param modifiers as the rule writes them, joined by {@code |}, or empty
 * @param pattern the rule's value as written, or {@code null} spelled out for a null
 * @param value the event's value, or empty where the field is absent
 */
public record MatchedField(String selection, String field, String modifiers, String pattern, String value) {

    /** No field says why: what matched is the alert of a correlation. */
    public static final MatchedField NONE = new MatchedField("", "", "", "", "");
}
