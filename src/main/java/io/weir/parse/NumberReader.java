package io.weir.parse;

import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers of a correlation's condition. */
record NumberReader(ProblemLog log) {

    /** The value of that key as a number; none, and a problem in the log, if it is none. */
    Optional<BigDecimal> read(String key, Yaml value) {
        if (!(value instanceof Yaml.Scalar scalar) || !isNumber(scalar.type())) {
            log.add(notANumber(key, value));
            return Optional.empty();
        }
        var number = YamlNumber.of(scalar.text());
        if (number.isEmpty()) {
            log.add(
                    ProblemCode.INVALID_NUMBER,
                    value.position(),
                    said(key, value) + ", out of range",
                    "a finite number");
        }
        return number;
    }

    /** The same where only whole numbers make sense, since that is what is counted. */
    Optional<BigDecimal> readWhole(String key, Yaml value, String counted) {
        var number = read(key, value);
        boolean broken =
                number.filter(any -> any.stripTrailingZeros().scale() > 0).isPresent();
        if (broken) {
            log.add(ProblemCode.INVALID_NUMBER, value.position(), said(key, value), "a whole number of " + counted);
        }
        return broken ? Optional.empty() : number;
    }

    private static boolean isNumber(ScalarType type) {
        return type == ScalarType.INTEGER || type == ScalarType.DECIMAL;
    }

    private static Problem notANumber(String key, Yaml value) {
        var problem = Problem.at(ProblemCode.INVALID_NUMBER, value.position(), said(key, value))
                .expecting("a number");
        return value instanceof Yaml.Scalar text && isNumber(ScalarType.ofPlain(text.text()))
                ? problem.fixedBy("write " + key + ": " + text.text())
                : problem;
    }

    private static String said(String key, Yaml value) {
        return "'" + key + "' is " + value.described();
    }
}
