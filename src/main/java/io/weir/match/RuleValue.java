package io.weir.match;

import java.util.List;

/**
 * One value of a rule: fits where any of the ways to find it does.
 *
 * @param written the value as the rule has it
 * @param ways several where a modifier makes several values of one, such as {@code base64offset}
 */
record RuleValue(String written, List<ValueMatcher> ways) {

    RuleValue {
        ways = List.copyOf(ways);
    }

    boolean matches(FieldView field, Fields event) {
        for (var way : ways) {
            if (way.matches(field, event)) {
                return true;
            }
        }
        return false;
    }

    /** What in the field fitted; only of a field that {@link #matches}. */
    String evidence(FieldView field, Fields event) {
        return ways.stream()
                .filter(way -> way.matches(field, event))
                .map(way -> way.evidence(field))
                .findFirst()
                .orElse("");
    }
}
