package io.weir.parse;

import java.util.regex.Pattern;

/**
 * What the text of a scalar means: the types of YAML 1.1, by the rules that PyYAML follows, since pySigma reads rules with it.
 * So {@code yes} and {@code on} are booleans, {@code 0123} and {@code 1:30} are numbers, and {@code 1e3} is text.
 */
public enum ScalarType {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    NULL,
    DATE;

    /** Longer text is never a number or a date: no value of a rule needs it, and the patterns stay cheap. */
    private static final int LONGEST_NUMBER = 100;

    private static final Pattern INTEGERS = Pattern.compile("[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)"
            + "|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+");

    private static final Pattern DECIMALS = Pattern.compile("[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
            + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    private static final Pattern DATES = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"
            + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?"
            + "(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?");

    /** The type of a scalar that stands without quotes and without a tag. */
    static ScalarType ofPlain(String text) {
        if (text.isEmpty()) {
            return NULL;
        }
        char first = text.charAt(0);
        boolean maybeNumber = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
        return maybeNumber ? ofDigits(text) : ofWord(text);
    }

    private static ScalarType ofDigits(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return TEXT;
        } else if (INTEGERS.matcher(text).matches()) {
            return INTEGER;
        } else if (DECIMALS.matcher(text).matches()) {
            return DECIMAL;
        }
        return DATES.matcher(text).matches() ? DATE : TEXT;
    }

    private static ScalarType ofWord(String text) {
        return switch (text) {
            case "~", "null", "Null", "NULL" -> NULL;
            case "yes", "Yes", "YES", "no", "No", "NO" -> BOOLEAN;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> BOOLEAN;
            case "on", "On", "ON", "off", "Off", "OFF" -> BOOLEAN;
            default -> TEXT;
        };
    }

    /** The type as messages call it. */
    String label() {
        return switch (this) {
            case TEXT, DATE -> "text";
            case INTEGER, DECIMAL -> "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
        };
    }
}
