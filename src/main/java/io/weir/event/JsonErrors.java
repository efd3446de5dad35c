package io.weir.event;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.regex.Pattern;

/** What is wrong with JSON, in words. */
final class JsonErrors {

    /** What Jackson says to programmers: where an object began, by an object of its own, and which of its settings would help. */
    private static final Pattern ASIDE = Pattern.compile(
            " \\((?:for|start)[^()]*(?:\\([^()]*\\)[^()]*)*\\)|: enable `[^`]*` to allow|, from `[^`]*`");

    private JsonErrors() {}

    /** What was found and expected where the parser gave up. */
    static String describe(IOException error) {
        if (error instanceof JsonEOFException) {
            return "found the end of the record in the middle of its JSON, expected the rest of it";
        }
        if (error instanceof StreamConstraintsException) {
            return "found JSON beyond a limit: " + message(error);
        }
        if (error instanceof JsonParseException broken) {
            return "found no JSON at byte %d: %s".formatted(broken.getLocation().getByteOffset(), message(error));
        }
        return "found no JSON: " + message(error);
    }

    private static String message(IOException error) {
        return error instanceof JacksonException broken
                ? ASIDE.matcher(broken.getOriginalMessage()).replaceAll("")
                : String.valueOf(error.getMessage());
    }

    /** What a token begins. */
    static String describe(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a JSON string";
            case VALUE_TRUE, VALUE_FALSE -> "a JSON boolean";
            case VALUE_NULL -> "a JSON null";
            default -> "a JSON number";
        };
    }
}
