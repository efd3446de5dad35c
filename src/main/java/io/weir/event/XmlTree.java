package io.weir.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one element as the JSON that {@code evtx_dump} makes of it, so that event XML and its JSON are one shape: text becomes a text,
 * attributes go under {@code #attributes}, and data that has a name becomes a member of that name. Once it goes beyond the limits nothing is
 * kept of it, but it is read to its end.
 */
final class XmlTree {

    private static final String NAME = "Name";
    private static final Set<String> DATA = Set.of("Data", "ComplexData");

    private final XmlTokens tokens;
    private final DecodeLimits limits;
    private int values;
    private int depth;
    private @Nullable String excess;

    XmlTree(XmlTokens tokens, DecodeLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    /** The limit that the element went beyond, in words. */
    Optional<String> excess() {
        return Optional.ofNullable(excess);
    }

    /** Reads the element whose tag is the current token, up to its end. */
    Json readElement(XmlTokens.Token tag) throws XmlBroken {
        var element = JsonObject.empty();
        var own = attributes();
        if (!own.names().isEmpty()) {
            element.add("#attributes", own);
        }
        if (tag == XmlTokens.Token.EMPTY) {
            return own.names().isEmpty() ? Json.Leaf.NULL : element;
        }
        return content(element);
    }

    private JsonObject attributes() {
        var all = JsonObject.empty();
        var pairs = tokens.attributes();
        for (var i = 0; i < pairs.size(); i += 2) {
            if (counts()) {
                all.add(pairs.get(i), text(pairs.get(i + 1)));
            }
        }
        return all;
    }

    private Json content(JsonObject element) throws XmlBroken {
        var name = tokens.name();
        var text = new StringBuilder();
        var before = element.names().size();
        depth++;
        for (var token = tokens.next(); token != XmlTokens.Token.CLOSE; token = tokens.next()) {
            switch (token) {
                case TEXT -> text.append(tokens.text());
                case OPEN, EMPTY -> addChild(element, token);
                case END ->
                    throw new XmlBroken(
                            "found the end of the record inside <%s>, expected </%s>".formatted(name, name));
                case CLOSE -> throw new IllegalStateException("the loop ends there");
            }
        }
        depth--;
        expectEndOf(name);
        return finished(element, text.toString(), element.names().size() > before);
    }

    private void expectEndOf(String name) throws XmlBroken {
        if (!tokens.name().equals(name)) {
            throw new XmlBroken(
                    "found </%s> at byte %d of the XML, expected </%s>".formatted(tokens.name(), tokens.from(), name));
        }
    }

    private static Json finished(JsonObject element, String text, boolean hasChildren) {
        if (!hasChildren && element.names().isEmpty()) {
            return text.isEmpty() ? Json.Leaf.NULL : text(text);
        }
        if (hasChildren ? !text.isBlank() : !text.isEmpty()) {
            element.add("#text", text(text));
        }
        return element;
    }

    private void addChild(JsonObject element, XmlTokens.Token tag) throws XmlBroken {
        var name = tokens.name();
        if (depth >= limits.depth()) {
            excess = "elements more than %d deep".formatted(limits.depth());
            skip(tag);
            return;
        }
        var field = dataName(name);
        var child = readElement(tag);
        if (counts()) {
            element.add(field.isEmpty() ? name : field, field.isEmpty() ? child : content(child));
        }
    }

    /** The name that {@code <Data Name="…">} gives its field, or empty. */
    private String dataName(String element) {
        var pairs = tokens.attributes();
        for (var i = 0; DATA.contains(element) && i < pairs.size(); i += 2) {
            if (pairs.get(i).equals(NAME)) {
                return pairs.get(i + 1).strip();
            }
        }
        return "";
    }

    /** The value of a field with a name: one without text is an empty text, as an empty {@code CommandLine} is. */
    private static Json content(Json data) {
        if (!(data instanceof JsonObject object)) {
            return data;
        }
        var content = JsonObject.empty();
        object.forEach((name, value) -> {
            if (!name.equals("#attributes")) {
                content.add(name, value);
            }
        });
        return content.names().isEmpty()
                ? text("")
                : content.names().equals(List.of("#text")) ? content.values().get(0) : content;
    }

    private void skip(XmlTokens.Token tag) throws XmlBroken {
        var open = tag == XmlTokens.Token.OPEN ? 1 : 0;
        while (open > 0) {
            switch (tokens.next()) {
                case OPEN -> open++;
                case CLOSE -> open--;
                case EMPTY, TEXT -> {}
                case END ->
                    throw new XmlBroken(
                            "found the end of the record in the middle of its XML, expected the rest of it");
            }
        }
    }

    private boolean counts() {
        values++;
        if (values > limits.values()) {
            excess = "more than %d values".formatted(limits.values());
        }
        return excess == null;
    }

    private static Json text(String text) {
        return new Json.Leaf(new FieldValue.Text(text));
    }
}
