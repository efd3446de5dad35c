package io.weir.match;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A value of a rule while modifiers are applied to it: unescaped, as a row of tokens. A token is a code point, or one of the
 * constants below (Sigma rules specification, "String Wildcard" and "Escape Character").
 */
final class PatternText {

    /** {@code *}: any characters, or none. */
    static final int ANY_RUN = -1;

    /** {@code ?}: exactly one character. */
    static final int ANY_ONE = -2;

    /** Any of the five dash characters of {@code windash}. */
    static final int ANY_DASH = -3;

    private static final int[] DASHES = {'-', '/', '\u2013', '\u2014', '\u2015'};

    private final int[] tokens;

    /** Whether the code points are bytes: what an encoding left behind. */
    private final boolean bytes;

    private PatternText(int[] tokens, boolean bytes) {
        this.tokens = tokens;
        this.bytes = bytes;
    }

    /** Whether {@code windash} takes the code point for a dash. */
    static boolean isDash(int point) {
        return Arrays.stream(DASHES).anyMatch(dash -> dash == point);
    }

    /** The dashes that {@link #ANY_DASH} stands for. */
    static IntStream dashPoints() {
        return Arrays.stream(DASHES);
    }

    /** The text without any special meaning. */
    static PatternText literal(String text) {
        return new PatternText(text.codePoints().toArray(), false);
    }

    /** The text with its wildcards and escapes read; a backslash before any other character is a backslash. */
    static PatternText parse(String text) {
        int[] tokens = new int[text.length()];
        int size = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && isSpecial(text.charAt(at + 1))) {
                at++;
                tokens[size++] = text.charAt(at);
            } else {
                tokens[size++] = unescaped(text.codePointAt(at));
            }
        }
        return new PatternText(Arrays.copyOf(tokens, size), false);
    }

    private static boolean isSpecial(int point) {
        return point == '*' || point == '?' || point == '\\';
    }

    private static int unescaped(int point) {
        return switch (point) {
            case '*' -> ANY_RUN;
            case '?' -> ANY_ONE;
            default -> point;
        };
    }

    int[] tokens() {
        return tokens.clone();
    }

    boolean isEmpty() {
        return tokens.length == 0;
    }

    boolean hasWildcards() {
        return Arrays.stream(tokens).anyMatch(token -> token == ANY_RUN || token == ANY_ONE);
    }

    /** How many dashes stand for any of the five. */
    int dashes() {
        return (int) Arrays.stream(tokens).filter(token -> token == ANY_DASH).count();
    }

    /** The text as it stands; only of one without wildcards and dashes. */
    String plain() {
        return new String(tokens, 0, tokens.length);
    }

    PatternText startingAnywhere() {
        return new PatternText(joined(new int[] {ANY_RUN}, tokens), bytes);
    }

    PatternText endingAnywhere() {
        return new PatternText(joined(tokens, new int[] {ANY_RUN}), bytes);
    }

    private static int[] joined(int[] some, int[] others) {
        int[] joined = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, joined, some.length, others.length);
        return joined;
    }

    /** Every dash stands for any of the five. */
    PatternText withAnyDash() {
        return new PatternText(
                Arrays.stream(tokens)
                        .map(token -> isDash(token) ? ANY_DASH : token)
                        .toArray(),
                bytes);
    }

    /** One text for each way to write the dashes: what an encoding needs. Five times as many for each dash. */
    List<PatternText> spelledOut() {
        int at = IntStream.range(0, tokens.length)
                .filter(i -> tokens[i] == ANY_DASH)
                .findFirst()
                .orElse(-1);
        if (at < 0) {
            return List.of(this);
        }
        var spelled = new ArrayList<PatternText>();
        for (int dash : DASHES) {
            int[] written = tokens.clone();
            written[at] = dash;
            spelled.addAll(new PatternText(written, bytes).spelledOut());
        }
        return spelled;
    }

    /** The text in that encoding, byte by byte; wildcards stay what they are. */
    PatternText encoded(Charset charset) {
        var encoded = IntStream.builder();
        for (int token : tokens) {
            if (token < 0) {
                encoded.add(token);
            } else {
                unsigned(Character.toString(token).getBytes(charset)).forEach(encoded::add);
            }
        }
        return new PatternText(encoded.build().toArray(), true);
    }

    /** The text after those bytes. */
    PatternText after(int... prefix) {
        return new PatternText(joined(prefix, tokens), true);
    }

    /** What an encoder gets: the bytes of an earlier encoding, else the text in UTF-8; only of one without wildcards and dashes. */
    byte[] toBytes() {
        if (!bytes) {
            return plain().getBytes(StandardCharsets.UTF_8);
        }
        var out = new ByteArrayOutputStream(tokens.length);
        Arrays.stream(tokens).forEach(out::write);
        return out.toByteArray();
    }

    private static IntStream unsigned(byte[] encoded) {
        return IntStream.range(0, encoded.length).map(i -> encoded[i] & 0xff);
    }
}
