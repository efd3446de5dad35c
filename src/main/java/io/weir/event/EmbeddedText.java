package io.weir.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads what some shapes write as text inside their JSON: an object, or an XML element. Either has the limits of an event; text inside
 * such text is text.
 */
record EmbeddedText(JsonFactory factory, DecodeLimits limits) {

    /** The object or the element, as an object with one member of its name; none where the text is neither, is broken or is too large. */
    Optional<JsonObject> read(String text) {
        var trimmed = text.strip();
        try {
            if (trimmed.startsWith("{")) {
                return json(trimmed);
            }
            return trimmed.startsWith("<") ? xml(trimmed) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<JsonObject> json(String text) throws IOException {
        try (var parser = factory.createParser(text)) {
            parser.nextToken();
            var tree = new JsonTree(parser, limits);
            var object = tree.readObject();
            return tree.excess().isEmpty() && parser.nextToken() == null ? Optional.of(object) : Optional.empty();
        }
    }

    private Optional<JsonObject> xml(String text) throws XmlBroken {
        var tokens = new XmlTokens(text.getBytes(UTF_8), 0);
        var tag = tokens.next();
        if (tag != XmlTokens.Token.OPEN && tag != XmlTokens.Token.EMPTY) {
            return Optional.empty();
        }
        var object = JsonObject.empty();
        var tree = new XmlTree(tokens, limits);
        var name = tokens.name();
        object.add(name, tree.readElement(tag));
        return tree.excess().isEmpty() && tokens.next() == XmlTokens.Token.END ? Optional.of(object) : Optional.empty();
    }
}
