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

    /** Room for as many fields as most events have. */
    private static final int CAPACITY = 64;

    private final Map<String, FieldValue> first = new LinkedHashMap<>(CAPACITY);
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

    /** Adds the text, if there is any. */
    void addText(String name, String text) {
        if (!text.isEmpty()) {
            add(name, new FieldValue.Text(text));
        }
    }

    /** Takes over a field of others under another name, if they have it and the name is free. */
    void take(String name, Fields others, String theirs) {
        var value = others.first.get(theirs);
        if (value != null && first.putIfAbsent(name, value) == null) {
            var values = others.repeated.get(theirs);
            if (values != null) {
                repeated.put(name, values);
            }
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

    /** These fields in front of the data's; where both have a name, the data's value stands. Nothing may be added to either any more. */
    Map<String, FieldValue> under(Fields data) {
        settle();
        data.settle();
        first.putAll(data.first);
        return Collections.unmodifiableMap(first);
    }

    /** These fields. None may be added any more. */
    Map<String, FieldValue> toMap() {
        settle();
        return Collections.unmodifiableMap(first);
    }

    private void settle() {
        repeated.forEach((name, values) -> first.put(name, new FieldValue.Many(values)));
    }
}
