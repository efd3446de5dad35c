package io.weir.event;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of a layout are found: its shape reads a record in which the number of its slot stands for each value, and what comes out
 * as a field tells where that field's value is. So no shape is described twice.
 *
 * <p>It goes for {@linkplain PlainShape shapes} that copy values, and look at none.
 */
final class StandIns {

    /** Stand-ins count from here, so that all have as many digits and are read as whole numbers, too. */
    private static final int FIRST = 1_000_000_000;

    private static final Set<String> RECORD_NUMBERS = Set.of("RecordNumber", "EventRecordID");

    private final Map<String, int[]> slots = new HashMap<>();

    private StandIns() {}

    /** What stands for the value in that slot. */
    static Json of(int slot) {
        return new Json.Leaf(new FieldValue.Text(Integer.toString(FIRST + slot)));
    }

    /** The layout of that number, of a record that holds stand-ins, or none where its shape does more than to copy values. */
    static Optional<Layout> layout(JsonObject record, List<EventShape> shapes, int number) {
        return shapes.stream()
                .filter(shape -> shape.mayFit(record))
                .findFirst()
                .filter(PlainShape.class::isInstance)
                .map(shape -> layout((PlainShape) shape, record, number));
    }

    private static Layout layout(PlainShape shape, JsonObject record, int number) {
        var reading = shape.read(record);
        var found = new StandIns();
        var computed = new HashSet<>(shape.computed());
        computed.retainAll(
                reading.fields().keySet()); // a stand-in is not empty: a field that it does not give no value would
        reading.fields().forEach((name, value) -> {
            if (!computed.contains(name)) {
                found.slots.put(name, slots(value));
            }
        });
        var times = shape.times(record).stream().mapToInt(StandIns::slot).toArray();
        return new Layout(number, found.slots, computed, header(reading), new LayoutTime(shape, times));
    }

    private static int[] slots(FieldValue value) {
        if (value instanceof FieldValue.Many many) {
            return many.values().stream().mapToInt(StandIns::slot).toArray();
        }
        return new int[] {slot(value)};
    }

    private static int slot(FieldValue value) {
        return value instanceof FieldValue.Null ? Layout.NULL : slot(ValueText.of(value));
    }

    private static Layout.HeaderSlots header(EventShape.Reading reading) {
        var header = reading.header();
        return new Layout.HeaderSlots(
                headerSlot(header.channel()),
                headerSlot(header.provider()),
                header.eventId() < FIRST ? Layout.NOWHERE : header.eventId() - FIRST,
                headerSlot(header.computer()),
                recordNumberSlot(reading));
    }

    /** Of two numbers the greater one may count, and stand-ins can't say which that is. */
    private static int recordNumberSlot(EventShape.Reading reading) {
        if (reading.fields().keySet().containsAll(RECORD_NUMBERS)) {
            return Layout.NOWHERE;
        }
        long number = reading.header().recordNumber();
        return number < FIRST ? Layout.EMPTY : (int) number - FIRST;
    }

    /** Where no stand-in gives it, no value would. */
    private static int headerSlot(String standIn) {
        return standIn.isEmpty() ? Layout.EMPTY : slot(standIn);
    }

    private static int slot(@Nullable String standIn) {
        return standIn == null || standIn.isEmpty() ? Layout.NOWHERE : Integer.parseInt(standIn) - FIRST;
    }
}
