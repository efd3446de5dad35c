package io.weir.event;

import java.util.List;

/** A JSON value in the order and with the repetitions of the record. A repeated key adds a value; it never replaces one. */
sealed interface Json permits Json.Leaf, Json.Array, JsonObject {

    /** Adds what this value says to the fields, under that name. */
    void addTo(Fields fields, String name);

    /** Adds the members of an object under their own names, and any other value but null under the name given. */
    default void addContentTo(Fields fields, String name) {
        if (!isNull()) {
            addTo(fields, name);
        }
    }

    default boolean isNull() {
        return equals(Leaf.NULL);
    }

    /** Text, number, boolean or null. */
    record Leaf(FieldValue value) implements Json {

        static final Leaf NULL = new Leaf(new FieldValue.Null());

        @Override
        public void addTo(Fields fields, String name) {
            fields.add(name, value);
        }
    }

    /** Several values; one without any is a field that says nothing. */
    record Array(List<Json> elements) implements Json {

        @Override
        public void addTo(Fields fields, String name) {
            if (elements.isEmpty()) {
                Leaf.NULL.addTo(fields, name);
            }
            elements.forEach(element -> element.addTo(fields, name));
        }
    }
}
