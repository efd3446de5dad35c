package io.weir.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one event's JSON from where the parser stands, and stops keeping it once it goes beyond the limits. */
final class JsonTree {

    private static final Json TRUE = new Json.Leaf(new FieldValue.Bool(true));
    private static final Json FALSE = new Json.Leaf(new FieldValue.Bool(false));

    private final JsonParser parser;
    private final DecodeLimits limits;
    private int values;
    private @Nullable String excess;

    JsonTree(JsonParser parser, DecodeLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    /** The limit that the value went beyond, in words. */
    Optional<String> excess() {
        return Optional.ofNullable(excess);
    }

    /** Reads the object whose start is the current token, up to its end. */
    JsonObject readObject() throws IOException {
        return object(1);
    }

    private JsonObject object(int depth) throws IOException {
        var object = JsonObject.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            var value = value(depth + 1);
            if (excess == null) {
                object.add(name, value);
            }
        }
        return object;
    }

    private Json array(int depth) throws IOException {
        var elements = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var element = value(depth + 1);
            if (excess == null) {
                elements.add(element);
            }
        }
        return new Json.Array(elements);
    }

    private Json value(int depth) throws IOException {
        values++;
        if (excess != null) {
            parser.skipChildren();
            return Json.Leaf.NULL;
        }
        if (values > limits.values()) {
            return skip("more than %d values".formatted(limits.values()));
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> depth > limits.depth() ? tooDeep() : object(depth);
            case START_ARRAY -> depth > limits.depth() ? tooDeep() : array(depth);
            case VALUE_STRING -> new Json.Leaf(new FieldValue.Text(parser.getText()));
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            case VALUE_NULL -> Json.Leaf.NULL;
            default -> new Json.Leaf(JsonScalar.number(parser.getText()));
        };
    }

    private Json tooDeep() throws IOException {
        return skip("objects and arrays more than %d deep".formatted(limits.depth()));
    }

    private Json skip(String reason) throws IOException {
        excess = reason;
        parser.skipChildren();
        return Json.Leaf.NULL;
    }
}
