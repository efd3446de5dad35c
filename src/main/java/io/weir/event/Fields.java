package io.weir.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields while they are gathered: names lose their blanks, and a name that comes again has several values. */
final class Fields {

    /** A longer name is not built: children then count as values of their parent, so that hostile nesting costs no memory. */
    private static final int LONGEST_JOINED_NAME = 256;

    private final Map<String, FieldValue> first = new LinkedHashMap<>();
    private final Map<String, List<FieldValue>> repeated = new HashMap<>();

    /** The name of a child. */
    static String join(String parent, char joint, String child) {
        return parent.length() + child.length() < LONGEST_JOINED_NAME ? parent + joint + child : parent;
    }

    void add(String name, FieldValue value) {
        var key = name.replace(" ", "");
        var earlier = first.putIfAbsent(key, value);
        if (earlier != null) {
            repeated.computeIfAbsent(key, unused -> new ArrayList<>(List.of(earlier)))
                    .add(value);
        }
    }

    /** Takes over a field of others under another name, if they have it and the name is free. */
    void take(String name, Fields others, String theirs) {
        var value = others.first.get(theirs);
        if (value != null && first.putIfAbsent(name, value) == null && others.repeated.containsKey(theirs)) {
            repeated.put(name, others.repeated.getOrDefault(theirs, List.of()));
        }
    }

    /** The first value of the field as text, or empty. */
    String text(String name) {
        var value = first.get(name);
        return value == null ? "" : ValueText.of(value);
    }

    /** The value of the field as text where it has exactly one, else empty. */
    String onlyText(String name) {
        return repeated.containsKey(name) ? "" : text(name);
    }

    /** The first value of the field as a whole number, or -1. */
    long number(String name) {
        var value = first.get(name);
        return value == null ? -1 : WholeNumber.of(value);
    }

    /** These fields in front of the data's; where both have a name, the data's value stands. */
    Map<String, FieldValue> under(Fields data) {
        var all = new LinkedHashMap<String, FieldValue>(2 * (first.size() + data.first.size()));
        putAllInto(all);
        data.putAllInto(all);
        return Collections.unmodifiableMap(all);
    }

    /** The fields as they are now. */
    Map<String, FieldValue> toMap() {
        return under(new Fields());
    }

    private void putAllInto(Map<String, FieldValue> all) {
        all.putAll(first);
        repeated.forEach((name, values) -> all.put(name, new FieldValue.Many(values)));
    }
}
