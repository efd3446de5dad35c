package io.weir.match;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Events made by chance for a detection: what they hold is often what the detection looks for, or nearly so. */
final class RandomEvents {

    static final List<String> FIELDS = List.of("A", "B", "C");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ODD = List.of(
            "2026-01-02T03:04:05Z",
            "2019-04-27 15:57:53.368",
            "2024-02-29",
            "2026-13-01",
            "10.1.2.3",
            "10.255.0.1",
            "11.0.0.0",
            "10.01.2.3",
            "fe80::1%12",
            "FE80::1",
            "::ffff:10.1.2.3",
            "2001:db8:8000::",
            "::1",
            "1",
            "-1",
            "+1",
            "1e0",
            "1.50",
            ".5",
            "0x1",
            "TRUE",
            "false",
            "null");

    private final Random random;
    private final List<String> wanted = new ArrayList<>();

    RandomEvents(Random random, JsonNode detection) {
        this.random = random;
        gather(detection);
    }

    private void gather(JsonNode part) {
        if (part.isContainerNode()) {
            part.forEach(this::gather);
        } else if (!part.isNull()) {
            wanted.add(part.asText());
        }
    }

    ObjectNode event() {
        var event = JSON.objectNode();
        for (var field : FIELDS) {
            if (random.nextInt(5) > 0) {
                event.set(field, random.nextInt(4) == 0 ? list() : held());
            }
        }
        return event;
    }

    private JsonNode list() {
        var list = JSON.arrayNode();
        for (int left = random.nextInt(4); left > 0; left--) {
            list.add(held());
        }
        return list;
    }

    private JsonNode held() {
        return switch (random.nextInt(12)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextInt(4) - 1);
            case 2 -> random.nextBoolean() ? JSON.numberNode(1.5) : JSON.numberNode(1.0);
            case 3 -> JSON.booleanNode(random.nextBoolean());
            case 4 -> JSON.textNode(ODD.get(random.nextInt(ODD.size())));
            case 5, 6 -> JSON.textNode(RandomText.ofEvent(random));
            default -> JSON.textNode(text());
        };
    }

    /** What the detection looks for as it may stand in an event: spelled out, in other letters, encoded, in the midst of more. */
    private String text() {
        var text = spelled(wanted.get(random.nextInt(wanted.size())));
        text = switch (random.nextInt(8)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> text.toLowerCase(Locale.ROOT);
            case 2 ->
                text.replaceAll(
                        "[-/\u2013\u2014\u2015]", List.of("-", "/", "\u2013").get(random.nextInt(3)));
            default -> text;
        };
        var whole = (random.nextInt(3) == 0 ? RandomText.ofEvent(random) : "")
                + text
                + (random.nextInt(3) == 0 ? RandomText.ofEvent(random) : "");
        return random.nextInt(4) == 0 ? encoded(whole) : whole;
    }

    private String spelled(String text) {
        var spelled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\' && i + 1 < text.length() && "*?\\".indexOf(text.charAt(i + 1)) >= 0) {
                spelled.append(text.charAt(++i));
            } else if (letter == '*') {
                spelled.append(RandomText.ofEvent(random));
            } else {
                spelled.append(letter == '?' ? RandomText.plain(random) : String.valueOf(letter));
            }
        }
        return spelled.toString();
    }

    private String encoded(String text) {
        Charset charset = List.of(UTF_8, UTF_16LE, UTF_16BE).get(random.nextInt(3));
        byte[] bytes = text.getBytes(charset);
        return random.nextInt(4) == 0
                ? new String(bytes, ISO_8859_1)
                : Base64.getEncoder().encodeToString(bytes);
    }
}
