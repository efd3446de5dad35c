package io.weir.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A JSON object.
 *
 * @param names in the order of the record; may repeat
 * @param values as many as there are names
 */
record JsonObject(List<String> names, List<Json> values) implements Json {

    /** Where converters from XML put the text of an element that has attributes, too. */
    private static final String TEXT = "#text";

    /** Where converters from XML put the attributes of an element. */
    private static final String ATTRIBUTES = "#attributes";

    /** What the names of attributes that declare XML namespaces begin with; those say nothing of the event. */
    private static final String NAMESPACE = "xmlns";

    /** An object to which members are still to be added. */
    static JsonObject empty() {
        return new JsonObject(new ArrayList<>(), new ArrayList<>());
    }

    void add(String name, Json value) {
        names.add(name);
        values.add(value);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    void forEach(BiConsumer<String, Json> visitor) {
        for (var i = 0; i < names.size(); i++) {
            visitor.accept(names.get(i), values.get(i));
        }
    }

    /** The object of that name, or none where there is none; several are taken together, so that a second one hides nothing. */
    Optional<JsonObject> object(String name) {
        var found = new ArrayList<JsonObject>(1);
        forEach((member, value) -> {
            if (member.equals(name) && value instanceof JsonObject object) {
                found.add(object);
            }
        });
        return found.size() < 2 ? found.stream().findFirst() : Optional.of(together(found));
    }

    /** The text of the first scalar of that name, or empty. */
    String text(String name) {
        for (var i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name) && values.get(i) instanceof Leaf leaf) {
                return ValueText.of(leaf.value());
            }
        }
        return "";
    }

    private static JsonObject together(List<JsonObject> objects) {
        var all = empty();
        objects.forEach(object -> object.forEach(all::add));
        return all;
    }

    /** Attributes of this element itself, such as the name of the event's template, are left out. */
    @Override
    public void addContentTo(Fields fields, String name) {
        forEach((member, value) -> {
            if (!member.equals(ATTRIBUTES)) {
                value.addTo(fields, member);
            }
        });
    }

    /** Adds members under the name, a dot and their own; attributes after an underscore, as in {@code Provider_Name}. */
    @Override
    public void addTo(Fields fields, String name) {
        if (names.isEmpty()) {
            Leaf.NULL.addTo(fields, name);
        }
        forEach((member, value) -> {
            switch (member) {
                case TEXT -> value.addTo(fields, name);
                case ATTRIBUTES -> addAttributes(value, fields, name);
                default -> value.addTo(fields, Fields.join(name, '.', member));
            }
        });
    }

    private static void addAttributes(Json value, Fields fields, String element) {
        if (value instanceof JsonObject attributes) {
            attributes.forEach((name, attribute) -> {
                if (!name.startsWith(NAMESPACE)) {
                    attribute.addTo(fields, Fields.join(element, '_', name));
                }
            });
        }
    }
}
