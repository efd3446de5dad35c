package io.weir.pipeline;

import io.weir.rule.Position;
import java.util.List;

/** How large a pipeline may make a rule: it could double it again and again. */
final class Bounds {

    /** The most detection items of one rule. */
    static final int MOST_ITEMS = 10_000;

    /** The most values of one rule. */
    static final int MOST_VALUES = 100_000;

    /** The most characters that one transformation may put into the values of one rule. */
    static final int MOST_CHARACTERS = 10_000_000;

    /** The most fields that one rule shows, or groups by. */
    static final int MOST_FIELDS = 10_000;

    /** The most characters of a field's name. */
    static final int LONGEST_NAME = 1_024;

    /** The most characters of a value. */
    static final int LONGEST_VALUE = 65_536;

    private Bounds() {}

    /** A change that is given up as soon as what it makes of a rule is too large. */
    static Node.Change counting(Node.Change change) {
        var count = new Count();
        return item -> {
            var changed = change.apply(item);
            count.add(changed, item);
            return changed;
        };
    }

    /** What was made so far. */
    private static final class Count {

        private long items;
        private long values;
        private long characters;

        void add(Node made, Item from) throws Unfit {
            items += made.items().count();
            values += made.items().mapToLong(item -> item.values().size()).sum();
            if (items > MOST_ITEMS) {
                throw new Unfit(from.position(), "more than " + MOST_ITEMS + " items of one rule", "");
            }
            values(values, from);
            characters += made.items()
                    .filter(item -> !item.values().equals(from.values()))
                    .flatMap(item -> item.values().stream())
                    .mapToLong(Bounds::length)
                    .sum();
            characters(characters, from.position());
        }
    }

    static void characters(long characters, Position place) throws Unfit {
        if (characters > MOST_CHARACTERS) {
            throw new Unfit(place, "more than " + MOST_CHARACTERS + " characters in the values of one rule", "");
        }
    }

    static void values(long values, Item item) throws Unfit {
        if (values > MOST_VALUES) {
            throw new Unfit(item.position(), "more than " + MOST_VALUES + " values of one rule", "");
        }
    }

    static String name(String name, Position place) throws Unfit {
        if (name.length() > LONGEST_NAME) {
            throw new Unfit(place, "a field's name of more than " + LONGEST_NAME + " characters", "");
        }
        return name;
    }

    /** Adds names of fields to those that a rule shows or groups by, as long as they are not too many and not too long. */
    static void addTo(List<String> fields, List<String> names, Position place) throws Unfit {
        if (fields.size() + names.size() > MOST_FIELDS) {
            throw new Unfit(place, "more than " + MOST_FIELDS + " fields that one rule shows or groups by", "");
        }
        for (var name : names) {
            fields.add(name(name, place));
        }
    }

    static int length(Value value) {
        if (value instanceof Value.Text text) {
            return text.text().length();
        }
        return value instanceof Value.Expression expression ? expression.text().length() : 0;
    }

    static ValueText value(ValueText text, Value value) throws Unfit {
        if (text.plain().length() > LONGEST_VALUE) {
            throw new Unfit(value.position(), "a value of more than " + LONGEST_VALUE + " characters", "");
        }
        return text;
    }
}
