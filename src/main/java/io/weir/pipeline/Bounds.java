package io.weir.pipeline;

/** How large a pipeline may make a rule: it could double it again and again. */
final class Bounds {

    /** The most detection items of one rule. */
    static final int MOST_ITEMS = 10_000;

    /** The most values of one rule. */
    static final int MOST_VALUES = 100_000;

    /** The most characters of a field's name. */
    static final int LONGEST_NAME = 1_024;

    /** The most characters of a value. */
    static final int LONGEST_VALUE = 65_536;

    private Bounds() {}

    static void check(DetectionDraft rule) throws Unfit {
        long items = rule.items().count();
        long values = rule.items().mapToLong(item -> item.values().size()).sum();
        if (items > MOST_ITEMS || values > MOST_VALUES) {
            throw new Unfit(
                    rule.preamble().header().position(),
                    "a rule of " + items + " items and " + values + " values; at most " + MOST_ITEMS + " and "
                            + MOST_VALUES,
                    "");
        }
    }

    static String name(String name, Item item) throws Unfit {
        if (name.length() > LONGEST_NAME) {
            throw new Unfit(item.position(), "a field's name of more than " + LONGEST_NAME + " characters", "");
        }
        return name;
    }

    static ValueText value(ValueText text, Value value) throws Unfit {
        if (text.plain().length() > LONGEST_VALUE) {
            throw new Unfit(value.position(), "a value of more than " + LONGEST_VALUE + " characters", "");
        }
        return text;
    }
}
