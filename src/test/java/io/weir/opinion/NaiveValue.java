package io.weir.opinion;

import io.weir.opinion.SeenEvent.Value;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One value of a rule as {@link NaiveReading} takes it: a text, while modifiers are applied to it in the order written.
 *
 * @param tokens as {@link PlainPattern} has them
 * @param encoded whether the tokens are bytes
 */
record NaiveValue(List<Integer> tokens, boolean encoded) {

    private static final Set<String> ORDERS = Set.of("lt", "lte", "gt", "gte");
    private static final Set<String> PARTS = Set.of("minute", "hour", "day", "week", "month", "year");
    private static final Set<String> OF_TEXT = Set.of(
            "contains",
            "startswith",
            "endswith",
            "cased",
            "windash",
            "base64",
            "base64offset",
            "utf16",
            "utf16le",
            "utf16be",
            "wide");

    /** What a value of an event must be to be the one that is wanted under these modifiers. */
    static Predicate<Value> test(List<String> modifiers, Object wanted, boolean keyword) {
        var order = first(modifiers, ORDERS);
        var part = first(modifiers, PARTS);
        if (modifiers.contains("re")) {
            return expression(modifiers, String.valueOf(wanted));
        } else if (modifiers.contains("cidr")) {
            return PlainNetwork.of(String.valueOf(wanted));
        } else if (!part.isEmpty()) {
            return ValueTest.datePart(part, order, number(wanted));
        } else if (!order.isEmpty()) {
            return ValueTest.comparison(order, number(wanted));
        }
        boolean asText = keyword || modifiers.stream().anyMatch(OF_TEXT::contains);
        if (wanted instanceof Number && !asText) {
            return ValueTest.number(number(wanted));
        } else if (wanted instanceof Boolean flag && !asText) {
            return ValueTest.bool(flag);
        }
        return text(modifiers, String.valueOf(wanted), keyword);
    }

    private static String first(List<String> modifiers, Set<String> those) {
        return modifiers.stream().filter(those::contains).findFirst().orElse("");
    }

    private static BigDecimal number(Object wanted) {
        return new BigDecimal(String.valueOf(wanted));
    }

    private static Predicate<Value> expression(List<String> modifiers, String expression) {
        var flags = modifiers.stream().filter(Set.of("i", "m", "s")::contains).collect(Collectors.joining());
        var start = modifiers.contains("startswith") ? "\\A" : "";
        var end = modifiers.contains("endswith") ? "\\z" : "";
        return ValueTest.expression(start + "(?:" + expression + ")" + end, flags);
    }

    private static Predicate<Value> text(List<String> modifiers, String wanted, boolean keyword) {
        var values = List.of(read(wanted));
        for (var modifier : modifiers) {
            values = values.stream().flatMap(value -> value.under(modifier)).toList();
        }
        boolean anchored = modifiers.contains("startswith") || modifiers.contains("endswith");
        var patterns = values.stream()
                .map(value ->
                        new PlainPattern(value.tokens.stream().mapToInt(token -> token), modifiers.contains("cased")))
                .map(pattern -> keyword && !anchored ? pattern.anywhere() : pattern)
                .toList();
        return value -> patterns.stream().anyMatch(pattern -> pattern.test(value));
    }

    /** A backslash makes a wildcard or a backslash after it plain; before anything else it is plain itself. */
    private static NaiveValue read(String text) {
        var tokens = new ArrayList<Integer>();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            boolean escapes = points[i] == '\\' && i + 1 < points.length && "*?\\".indexOf(points[i + 1]) >= 0;
            if (escapes) {
                tokens.add(points[++i]);
            } else if (points[i] == '*') {
                tokens.add(PlainPattern.ANY_RUN);
            } else {
                tokens.add(points[i] == '?' ? PlainPattern.ANY_ONE : points[i]);
            }
        }
        return new NaiveValue(tokens, false);
    }

    private Stream<NaiveValue> under(String modifier) {
        return switch (modifier) {
            case "contains" -> Stream.of(with(true, true));
            case "startswith" -> Stream.of(with(false, true));
            case "endswith" -> Stream.of(with(true, false));
            case "windash" -> Stream.of(windash());
            case "wide", "utf16le" -> spelled().map(value -> value.in(StandardCharsets.UTF_16LE));
            case "utf16be" -> spelled().map(value -> value.in(StandardCharsets.UTF_16BE));
            case "utf16" ->
                spelled().map(value -> value.in(StandardCharsets.UTF_16LE).marked());
            case "base64" -> spelled().map(value -> plain(base64(value.bytes())));
            case "base64offset" -> spelled().flatMap(NaiveValue::offsets);
            default -> Stream.of(this);
        };
    }

    private NaiveValue with(boolean before, boolean after) {
        var wide = new ArrayList<>(tokens);
        if (before) {
            wide.add(0, PlainPattern.ANY_RUN);
        }
        if (after) {
            wide.add(PlainPattern.ANY_RUN);
        }
        return new NaiveValue(wide, encoded);
    }

    private NaiveValue windash() {
        return new NaiveValue(
                tokens.stream()
                        .map(token -> PlainPattern.DASHES.indexOf(token) >= 0 ? PlainPattern.ANY_DASH : token)
                        .toList(),
                encoded);
    }

    /** One value for each way to write its dashes. */
    private Stream<NaiveValue> spelled() {
        int at = tokens.indexOf(PlainPattern.ANY_DASH);
        return at < 0
                ? Stream.of(this)
                : PlainPattern.DASHES.codePoints().boxed().flatMap(dash -> {
                    var written = new ArrayList<>(tokens);
                    written.set(at, dash);
                    return new NaiveValue(written, encoded).spelled();
                });
    }

    private NaiveValue in(Charset charset) {
        var bytes = new ArrayList<Integer>();
        for (int token : tokens) {
            if (token < 0) {
                bytes.add(token);
            } else {
                for (byte one : Character.toString(token).getBytes(charset)) {
                    bytes.add(Byte.toUnsignedInt(one));
                }
            }
        }
        return new NaiveValue(bytes, true);
    }

    private NaiveValue marked() {
        var marked = new ArrayList<>(List.of(0xff, 0xfe));
        marked.addAll(tokens);
        return new NaiveValue(marked, true);
    }

    private byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        for (int token : tokens) {
            if (encoded) {
                bytes.write(token);
            } else {
                bytes.writeBytes(Character.toString(token).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static NaiveValue plain(String text) {
        return new NaiveValue(text.codePoints().boxed().toList(), false);
    }

    /** What all encodings of texts with these bytes in them have in common, for each of the three places where the bytes may begin. */
    private Stream<NaiveValue> offsets() {
        return Stream.of(0, 1, 2)
                .map(this::common)
                .filter(common -> !common.isEmpty())
                .map(NaiveValue::plain);
    }

    private String common(int before) {
        var bytes = bytes();
        var low = base64(framed(before, bytes, (byte) 0));
        var high = base64(framed(before, bytes, (byte) 0xff));
        int start = 0;
        while (start < low.length() && low.charAt(start) != high.charAt(start)) {
            start++;
        }
        int end = start;
        while (end < low.length() && low.charAt(end) == high.charAt(end)) {
            end++;
        }
        return low.substring(start, end);
    }

    private static byte[] framed(int before, byte[] bytes, byte filler) {
        var framed = new byte[before + bytes.length + 3 - (before + bytes.length) % 3];
        Arrays.fill(framed, filler);
        System.arraycopy(bytes, 0, framed, before, bytes.length);
        return framed;
    }
}
