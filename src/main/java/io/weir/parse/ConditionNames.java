package io.weir.parse;

import io.weir.rule.Condition.Quantified;

/** What the names in a condition stand for: the selections of a detection, or the rules of a correlation. */
interface ConditionNames {

    /** What one of them is called in messages, with its article: {@code a selection}. */
    String kind();

    /** Whether {@code 1 of} and {@code all of} may stand before a pattern of them. */
    boolean haveQuantifiers();

    /** Takes note of a name in the condition; a problem in the log if it stands for nothing. */
    void take(ConditionToken name);

    /** Takes note of a pattern in the condition; a problem in the log if it stands for nothing. */
    void take(ConditionToken pattern, Quantified quantified);
}
