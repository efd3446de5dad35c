package io.weir.pipeline;

import io.weir.rule.Placeholders;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text of a rule with its wildcards and placeholders told apart from its letters (Sigma rules specification, "Escape Character").
 *
 * @param parts no two literals in a row, none of them empty
 */
record ValueText(List<Part> parts) {

    /** A piece of the text. */
    sealed interface Part {}

    /** Letters that stand for themselves. */
    record Literal(String text) implements Part {}

    /** {@code %name%}, for which values are to be put in. */
    record Placeholder(String name) implements Part {}

    /** Letters that stand for others. */
    enum Wildcard implements Part {
        ANY_RUN('*'),
        ANY_ONE('?');

        private final char sign;

        Wildcard(char sign) {
            this.sign = sign;
        }
    }

    ValueText {
        parts = List.copyOf(parts);
    }

    static ValueText literal(String text) {
        return new ValueTextBuilder().add(text).build();
    }

    /** The text as a rule writes it: a backslash before a wildcard or a backslash makes that plain. */
    static ValueText parse(String text) {
        return new ValueTextBuilder().addWritten(text, true).build();
    }

    /** The text of a regular expression, in which a backslash makes no wildcard plain. */
    static ValueText parseExpression(String text) {
        return new ValueTextBuilder().addWritten(text, false).build();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** How many characters the text has; each wildcard and each placeholder counts as one. */
    int length() {
        return parts.stream()
                .mapToInt(
                        part -> part instanceof Literal literal ? literal.text().length() : 1)
                .sum();
    }

    boolean hasWildcards() {
        return parts.stream().anyMatch(Wildcard.class::isInstance);
    }

    boolean hasPlaceholders() {
        return parts.stream().anyMatch(Placeholder.class::isInstance);
    }

    /** The text after any characters. */
    ValueText startingAnywhere() {
        boolean does = !parts.isEmpty() && parts.get(0) == Wildcard.ANY_RUN;
        return does
                ? this
                : new ValueTextBuilder().add(Wildcard.ANY_RUN).add(this).build();
    }

    /** The text before any characters. */
    ValueText endingAnywhere() {
        boolean does = !parts.isEmpty() && parts.get(parts.size() - 1) == Wildcard.ANY_RUN;
        return does
                ? this
                : new ValueTextBuilder().add(this).add(Wildcard.ANY_RUN).build();
    }

    /** The text in which what looks like a placeholder is one: what {@code expand} does. */
    ValueText withPlaceholders() {
        var expanded = new ValueTextBuilder();
        for (var part : parts) {
            if (part instanceof Literal literal) {
                addExpanded(literal.text(), expanded);
            } else {
                expanded.add(part);
            }
        }
        return expanded.build();
    }

    private static void addExpanded(String text, ValueTextBuilder expanded) {
        int from = 0;
        for (var found : Placeholders.in(text).toList()) {
            expanded.add(Placeholders.unescaped(text.substring(from, found.start())));
            expanded.add(new Placeholder(found.group(1)));
            from = found.end();
        }
        expanded.add(Placeholders.unescaped(text.substring(from)));
    }

    /** The text with each run of its letters changed. */
    ValueText withLiterals(UnaryOperator<String> change) {
        var changed = new ValueTextBuilder();
        for (var part : parts) {
            changed.add(part instanceof Literal literal ? new Literal(change.apply(literal.text())) : part);
        }
        return changed.build();
    }

    /** The text with each run of its letters changed and read anew, so that wildcards and escapes in them count. */
    ValueText withLiteralsReadAnew(UnaryOperator<String> change) {
        var changed = new ValueTextBuilder();
        for (var part : parts) {
            if (part instanceof Literal literal) {
                changed.addWritten(change.apply(literal.text()), true);
            } else {
                changed.add(part);
            }
        }
        return changed.build();
    }

    /** The text as pySigma shows it: plain {@code *} and {@code ?} are escaped, backslashes are not. */
    String plain() {
        var plain = new StringBuilder();
        for (var part : parts) {
            plain.append(
                    part instanceof Literal literal
                            ? literal.text().replace("*", "\\*").replace("?", "\\?")
                            : sign(part));
        }
        return plain.toString();
    }

    /** The text as a rule writes it, so that {@link #parse} reads the same; where placeholders are left, percent signs are escaped. */
    String written() {
        boolean expands = hasPlaceholders();
        var written = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            var next = i + 1 < parts.size() ? sign(parts.get(i + 1)) : "";
            if (parts.get(i) instanceof Literal literal) {
                write(expands ? Placeholders.escaped(literal.text()) : literal.text(), next, written);
            } else {
                written.append(sign(parts.get(i)));
            }
        }
        return written.toString();
    }

    private static void write(String text, String behind, StringBuilder written) {
        var whole = text + behind;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean hides =
                    letter == '\\' && at + 1 < whole.length() && ValueTextBuilder.isSpecial(whole.charAt(at + 1));
            written.append(hides || letter == '*' || letter == '?' ? "\\" : "").append(letter);
        }
    }

    private static String sign(Part part) {
        if (part instanceof Wildcard wildcard) {
            return String.valueOf(wildcard.sign);
        }
        return part instanceof Placeholder placeholder ? "%" + placeholder.name() + "%" : "";
    }
}
