package io.weir.job.rules;

/**
 * Something on its way from one operator to the next, and the rules that made it: whoever takes it in asks the same rules what it means.
 *
 * @param rules their version, see {@link RuleStore}; {@link #SHIPPED} for those that came with the job
 * @param element what was made
 * @param <T> values that nobody changes once they are made
 */
public record Ruled<T>(long rules, T element) {

    /** The version of the rules that came with the job. */
    public static final long SHIPPED = 0;
}
