package io.weir.pipeline;

import io.weir.rule.SigmaValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Values of pipelines as Python compares and writes them. */
final class Scalar {

    private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?[0-9]+(?:_[0-9]+)*\\s*");

    private Scalar() {}

    /** Which of two is greater; none where they are of kinds that have no order. */
    static OptionalInt compare(SigmaValue one, SigmaValue other) {
        if (one instanceof SigmaValue.Text text && other instanceof SigmaValue.Text another) {
            return OptionalInt.of(text.text().compareTo(another.text()));
        }
        var number = number(one);
        var another = number(other);
        if (number.isPresent() && another.isPresent()) {
            return OptionalInt.of(number.get().compareTo(another.get()));
        }
        boolean nothing = one instanceof SigmaValue.Null && other instanceof SigmaValue.Null;
        return nothing ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /** A number, or a truth value as 1 or 0. */
    static Optional<BigDecimal> number(SigmaValue value) {
        if (value instanceof SigmaValue.Bool bool) {
            return Optional.of(bool.value() ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        return value instanceof SigmaValue.Num number ? Optional.of(number.number()) : Optional.empty();
    }

    /** The whole number that a text is for Python, or none. */
    static Optional<BigDecimal> wholeNumber(String text) {
        return WHOLE.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.strip().replace("_", "")))
                : Optional.empty();
    }

    /** A value as text. */
    static String text(SigmaValue value) {
        return value.match(new SigmaValue.Cases<>() {
            @Override
            public String text(SigmaValue.Text text) {
                return text.text();
            }

            @Override
            public String number(SigmaValue.Num number) {
                return Scalar.python(number.number());
            }

            @Override
            public String bool(SigmaValue.Bool bool) {
                return bool.value() ? "True" : "False";
            }

            @Override
            public String nothing(SigmaValue.Null nothing) {
                return "None";
            }
        });
    }

    /** A number as Python writes it: one that was written with a point keeps it. */
    private static String python(BigDecimal number) {
        var written = written(number);
        return number.scale() > 0 && written.indexOf('.') < 0 ? written + ".0" : written;
    }

    /** A number as Sigma's values write it: {@code 4}, {@code 0.5}. */
    static String written(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.signum() == 0 ? "0" : stripped.toPlainString();
    }
}
