package io.weir.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that a regular expression matches, if it is of the plain kind that rules have: what {@link Witness} puts into a field. */
final class ExpressionText {

    private static final Pattern GROUP = Pattern.compile("\\((\\?[a-z]+\\)|\\?:)?");
    private static final Pattern QUANTIFIER = Pattern.compile("([*+?]|\\{(\\d+)(,\\d*)?})\\??");
    private static final Pattern CLASS = Pattern.compile("\\[(\\^?)((?:\\\\.|[^]\\\\])+)]");
    private static final String OTHERS = "zZ5 -";

    private final String expression;
    private final Random random;
    private int at;

    private ExpressionText(String expression, Random random) {
        this.expression = expression;
        this.random = random;
    }

    static String of(String expression, Random random) {
        return new ExpressionText(expression, random).alternatives();
    }

    private String alternatives() {
        var choices = new ArrayList<>(List.of(sequence()));
        while (is('|')) {
            at++;
            choices.add(sequence());
        }
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean is(char sign) {
        return at < expression.length() && expression.charAt(at) == sign;
    }

    private String sequence() {
        var text = new StringBuilder();
        while (at < expression.length() && !is('|') && !is(')')) {
            text.append(repeated(part()));
        }
        return text.toString();
    }

    private String repeated(String part) {
        var quantifier = next(QUANTIFIER);
        if (!quantifier.lookingAt()) {
            return part;
        }
        at = quantifier.end();
        return switch (quantifier.group(1).charAt(0)) {
            case '*', '?' -> random.nextBoolean() ? part : "";
            case '+' -> part;
            default -> part.repeat(Integer.parseInt(quantifier.group(2)));
        };
    }

    private Matcher next(Pattern pattern) {
        return pattern.matcher(expression).region(at, expression.length());
    }

    private String part() {
        char sign = expression.charAt(at);
        return switch (sign) {
            case '(' -> group();
            case '[' -> ofClass();
            case '\\' -> escaped();
            default -> {
                at++;
                yield sign == '^' || sign == '$' ? "" : sign == '.' ? "x" : String.valueOf(sign);
            }
        };
    }

    private String group() {
        var group = next(GROUP);
        group.lookingAt();
        at = group.end();
        if (group.group().endsWith(")")) {
            return "";
        }
        var inside = alternatives();
        at++;
        return inside;
    }

    private String ofClass() {
        var found = next(CLASS);
        found.lookingAt();
        at = found.end();
        var members = found.group(2);
        var one = new ExpressionText(members.substring(0, members.startsWith("\\") ? 2 : 1), random).part();
        return found.group(1).isEmpty() ? one : outside(found.group());
    }

    private static String outside(String negated) {
        return OTHERS.chars()
                .mapToObj(Character::toString)
                .filter(other -> other.matches(negated))
                .findFirst()
                .orElse("");
    }

    private String escaped() {
        char sign = expression.charAt(at + 1);
        at += 2;
        return switch (sign) {
            case 'd' -> "5";
            case 's', 'W' -> " ";
            case 'S', 'w' -> "a";
            case 'b' -> "";
            default -> String.valueOf(sign);
        };
    }
}
