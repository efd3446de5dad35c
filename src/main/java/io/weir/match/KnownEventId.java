package io.weir.match;

import io.weir.event.Event;
import io.weir.event.FieldValue;
import io.weir.rule.FieldOrigin;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the field {@code EventID} before it is looked at: rules for a service ask for it nearly always, and events of one id are
 * looked at together.
 */
interface KnownEventId {

    /** The field that rules ask for. */
    String FIELD = "EventID";

    /** Nothing is known: the event has no such field, or it is not what the log system says. */
    KnownEventId NOTHING = (item, names) -> Optional.empty();

    /** Whether the values of an item fit, be it negated or not; none where that is not known. */
    Optional<Boolean> answer(ItemMatcher item, Map<String, FieldOrigin> names);

    /** It is that number, written as a number or as text. */
    static KnownEventId is(int eventId) {
        var written = Integer.toString(eventId);
        var asText = FieldView.of(new FieldValue.Text(written));
        var asNumber = FieldView.of(new FieldValue.Num(written, BigDecimal.valueOf(eventId)));
        return (item, names) -> {
            if (!isAbout(item, names) || !isPlain(item)) {
                return Optional.empty();
            }
            boolean text = item.holds(asText);
            return text == item.holds(asNumber) ? Optional.of(text) : Optional.empty();
        };
    }

    /** It is a whole number, and none of those that rules name. */
    static KnownEventId isOther() {
        return (item, names) -> isAbout(item, names) && ways(item).allMatch(KnownEventId::isOneNumber)
                ? Optional.of(false)
                : Optional.empty();
    }

    /** Whether the field says what the log system does. */
    static boolean isSaid(Event event) {
        return event.eventId() >= 0
                && event.field(FIELD)
                        .filter(value -> isWritten(value, Integer.toString(event.eventId())))
                        .isPresent();
    }

    private static boolean isWritten(FieldValue value, String number) {
        return (value instanceof FieldValue.Text text && text.text().equals(number))
                || (value instanceof FieldValue.Num num && num.text().equals(number));
    }

    private static boolean isAbout(ItemMatcher item, Map<String, FieldOrigin> names) {
        return item.field().equals(FIELD) && !names.containsKey(FIELD);
    }

    private static boolean isPlain(ItemMatcher item) {
        return ways(item).noneMatch(FieldReference.class::isInstance);
    }

    private static Stream<ValueMatcher> ways(ItemMatcher item) {
        return item.values().stream().flatMap(value -> value.ways().stream());
    }

    private static boolean isOneNumber(ValueMatcher way) {
        return way instanceof ValueMatcher.AnyValue any && any.test() instanceof SameNumber;
    }
}
