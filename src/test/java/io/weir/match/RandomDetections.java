package io.weir.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Detections made by chance, with every modifier and condition of Sigma; small enough that {@link RandomEvents} often meet them. */
final class RandomDetections {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("one", "two", "other", "_own", "notice", "order");
    private static final List<String> CONTAINING = List.of("contains", "startswith", "endswith");
    private static final List<String> ENCODINGS = List.of("wide", "utf16le", "utf16be", "utf16");
    private static final List<String> BASE64 = List.of("base64", "base64offset");
    private static final List<String> ORDERS = List.of("lt", "lte", "gt", "gte");
    private static final List<String> PARTS = List.of("minute", "hour", "day", "week", "month", "year");
    private static final List<String> EXPRESSIONS = List.of(
            "a", "^b", "a.*b", "[ab]+1", "^$", "b$", "^a$", "a|b", "(ab)+", "a{2,3}", "[^a]b", "\\\\", "\\.", "", ".",
            "É", "(?i)aB", "\\d+", "^[A-Z]", "\\n", "a.b");
    private static final List<String> NETWORKS = List.of(
            "10.0.0.0/8",
            "10.1.2.3/32",
            "0.0.0.0/0",
            "192.168.0.0/16",
            "fe80::/10",
            "::/0",
            "::1/128",
            "2001:db8::/33");

    private final Random random;

    RandomDetections(Random random) {
        this.random = random;
    }

    ObjectNode detection() {
        var detection = JSON.objectNode();
        for (var name : NAMES) {
            detection.set(name, selection());
        }
        if (random.nextInt(6) == 0) {
            detection.putArray("condition").add(condition(2)).add(condition(2));
        } else {
            detection.put("condition", condition(3));
        }
        return detection;
    }

    private JsonNode selection() {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.arrayNode().add(map()).add(map());
            case 1 -> JSON.arrayNode().add(keyword()).add(keyword());
            case 2 ->
                JSON.arrayNode().add(map()).add(keyword()).add(JSON.arrayNode().add(map()));
            case 3 -> keyword();
            default -> map();
        };
    }

    private JsonNode keyword() {
        return random.nextInt(4) == 0 ? JSON.numberNode(random.nextInt(3)) : JSON.textNode(RandomText.ofRule(random));
    }

    private ObjectNode map() {
        var map = JSON.objectNode();
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            item(random.nextInt(9) == 0 ? "" : oneOf(RandomEvents.FIELDS), map);
        }
        return map;
    }

    /** An item; one that looks at no field has modifiers, so that its key is not empty. */
    private void item(String field, ObjectNode map) {
        switch (random.nextInt(field.isEmpty() ? 5 : 12)) {
            case 0 -> put(field, expression(), listOf(() -> JSON.textNode(oneOf(EXPRESSIONS))), map);
            case 1 -> put(field, List.of("cidr"), listOf(() -> JSON.textNode(oneOf(NETWORKS))), map);
            case 2 -> put(field, List.of(oneOf(ORDERS)), listOf(this::number), map);
            case 3, 4 -> text(field, map);
            case 5 -> put(field, List.of("exists"), JSON.booleanNode(random.nextBoolean()), map);
            case 6 -> put(field, List.of(), random.nextBoolean() ? JSON.nullNode() : listOf(this::number), map);
            case 7 -> put(field, List.of(), listOf(() -> JSON.booleanNode(random.nextBoolean())), map);
            case 8 -> put(field, reference(), listOf(() -> JSON.textNode(oneOf(RandomEvents.FIELDS))), map);
            case 9 -> put(field, part(), listOf(() -> JSON.numberNode(random.nextInt(32))), map);
            default -> text(field, map);
        }
    }

    private JsonNode number() {
        return random.nextInt(4) == 0 ? JSON.numberNode(1.5) : JSON.numberNode(random.nextInt(4) - 1);
    }

    private List<String> expression() {
        var modifiers = new ArrayList<>(List.of("i", "m", "s"));
        Collections.shuffle(modifiers, random);
        modifiers.subList(random.nextInt(2), 3).clear();
        if (random.nextInt(3) == 0) {
            modifiers.add(oneOf(CONTAINING));
        }
        modifiers.add(0, "re");
        return modifiers;
    }

    private List<String> reference() {
        var modifiers = new ArrayList<String>(random.nextInt(3) == 0 ? List.of("cased") : List.of());
        modifiers.add("fieldref");
        if (random.nextBoolean()) {
            modifiers.add(oneOf(CONTAINING));
        }
        return modifiers;
    }

    private List<String> part() {
        var part = oneOf(PARTS);
        return random.nextBoolean() ? List.of(part) : List.of(part, oneOf(ORDERS));
    }

    private void text(String field, ObjectNode map) {
        var modifiers = new ArrayList<String>();
        boolean coded = random.nextInt(4) == 0;
        if (coded && random.nextBoolean()) {
            modifiers.add("windash");
        }
        if (random.nextInt(6) == 0) {
            modifiers.add(oneOf(ENCODINGS));
        }
        if (coded) {
            modifiers.add(oneOf(BASE64));
        }
        modifiers.addAll(shuffled());
        if (field.isEmpty() && modifiers.isEmpty()) {
            modifiers.add("contains");
        }
        boolean anyScalar = modifiers.isEmpty() || CONTAINING.contains(modifiers.get(0));
        put(field, modifiers, listOf(() -> textOf(coded, anyScalar)), map);
    }

    private List<String> shuffled() {
        var modifiers = new ArrayList<String>();
        if (random.nextInt(3) > 0) {
            modifiers.add(oneOf(CONTAINING));
        }
        if (random.nextInt(4) == 0) {
            modifiers.add("cased");
        }
        if (random.nextInt(4) == 0) {
            modifiers.add("windash");
        }
        Collections.shuffle(modifiers, random);
        return modifiers;
    }

    private JsonNode textOf(boolean coded, boolean anyScalar) {
        if (coded) {
            return JSON.textNode(RandomText.plain(random));
        }
        return anyScalar && random.nextInt(8) == 0 ? number() : JSON.textNode(RandomText.ofRule(random));
    }

    private void put(String field, List<String> modifiers, JsonNode values, ObjectNode map) {
        var all = new ArrayList<>(modifiers);
        if (random.nextInt(5) == 0) {
            all.add(random.nextInt(all.size() + 1), "neq");
        }
        if (values.size() > 1 && random.nextBoolean()) {
            all.add(random.nextInt(all.size() + 1), "all");
        }
        map.set(field + all.stream().map("|"::concat).collect(Collectors.joining()), values);
    }

    private JsonNode listOf(Supplier<JsonNode> values) {
        int size = random.nextInt(4);
        if (size == 0) {
            return values.get();
        }
        var list = JSON.arrayNode();
        for (int left = size; left > 0; left--) {
            list.add(values.get());
        }
        return list;
    }

    private String condition(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf();
        }
        return switch (random.nextInt(6)) {
            case 0 -> operator("not") + " (" + condition(depth - 1) + ")";
            case 1 -> operator("not") + " " + leaf();
            case 2 -> "(" + condition(depth - 1) + ") " + operator("and") + " " + condition(depth - 1);
            case 3 -> condition(depth - 1) + " " + operator("and") + " " + condition(depth - 1);
            case 4 -> "((" + condition(depth - 1) + ")  or " + leaf() + ")";
            default -> condition(depth - 1) + " " + operator("or") + " " + condition(depth - 1);
        };
    }

    private String operator(String operator) {
        return random.nextInt(8) == 0 ? operator.toUpperCase(Locale.ROOT) : operator;
    }

    private String leaf() {
        if (random.nextBoolean()) {
            return oneOf(NAMES);
        }
        var quantifier = oneOf(List.of("1 of ", "any of ", "all of "));
        return quantifier + oneOf(List.of("them", "o*", "t*o", "_*", "*", "*o*", "one", "n*ce"));
    }

    private <T> T oneOf(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
