package io.weir.match;

import io.weir.rule.DetectionItem;
import io.weir.rule.Modifier;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which kind of comparison a detection item asks for. */
enum ItemKind {
    /** Is the field there? */
    EXISTENCE,
    /** With another field. */
    FIELD_REFERENCE,
    /** With a network of addresses. */
    NETWORK,
    /** With a regular expression. */
    EXPRESSION,
    /** A part of a date. */
    DATE,
    /** Less or greater than a number. */
    ORDER,
    /** With text, whatever the type of the value. */
    TEXT,
    /** With the value as it is. */
    PLAIN;

    private static final Map<Modifier, NumberTest.Comparison> ORDERS = Map.of(
            Modifier.LT, NumberTest.Comparison.LESS,
            Modifier.LTE, NumberTest.Comparison.LESS_OR_EQUAL,
            Modifier.GT, NumberTest.Comparison.GREATER,
            Modifier.GTE, NumberTest.Comparison.GREATER_OR_EQUAL);

    private static final Map<Modifier, DatePart.Unit> UNITS = Map.of(
            Modifier.MINUTE, DatePart.Unit.MINUTE,
            Modifier.HOUR, DatePart.Unit.HOUR,
            Modifier.DAY, DatePart.Unit.DAY,
            Modifier.WEEK, DatePart.Unit.WEEK,
            Modifier.MONTH, DatePart.Unit.MONTH,
            Modifier.YEAR, DatePart.Unit.YEAR);

    private static final Set<Modifier> TEXTUAL = EnumSet.of(
            Modifier.CONTAINS,
            Modifier.STARTSWITH,
            Modifier.ENDSWITH,
            Modifier.CASED,
            Modifier.WINDASH,
            Modifier.BASE64,
            Modifier.BASE64OFFSET,
            Modifier.UTF16,
            Modifier.UTF16LE,
            Modifier.UTF16BE,
            Modifier.WIDE);

    static ItemKind of(DetectionItem item) {
        if (item.has(Modifier.EXISTS)) {
            return EXISTENCE;
        }
        if (item.has(Modifier.FIELDREF)) {
            return FIELD_REFERENCE;
        }
        if (item.has(Modifier.CIDR)) {
            return NETWORK;
        }
        return item.has(Modifier.RE) ? EXPRESSION : ofValue(item);
    }

    private static ItemKind ofValue(DetectionItem item) {
        if (hasAny(item, UNITS.keySet())) {
            return DATE;
        }
        if (hasAny(item, ORDERS.keySet())) {
            return ORDER;
        }
        return item.isKeyword() || hasAny(item, TEXTUAL) ? TEXT : PLAIN;
    }

    private static boolean hasAny(DetectionItem item, Set<Modifier> modifiers) {
        return item.modifiers().stream().anyMatch(modifiers::contains);
    }

    /** How a number must lie to the item's values; equal where no modifier says otherwise. */
    static NumberTest.Comparison orderOf(DetectionItem item) {
        return item.modifiers().stream()
                .filter(ORDERS::containsKey)
                .map(ORDERS::get)
                .findFirst()
                .orElse(NumberTest.Comparison.EQUAL);
    }

    /** Which part of the date an item of {@link #DATE} looks at. */
    static DatePart.Unit unitOf(DetectionItem item) {
        return item.modifiers().stream()
                .filter(UNITS::containsKey)
                .map(UNITS::get)
                .findFirst()
                .orElseThrow();
    }
}
