package io.weir.parse;

import io.weir.rule.Comparison;
import io.weir.rule.Condition;
import io.weir.rule.CorrelationCondition;
import io.weir.rule.DetectionItem;
import io.weir.rule.Modifier;
import io.weir.rule.Selection;
import io.weir.rule.SigmaValue;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what a rule says in one line, so that tests can compare it at a glance. */
final class Said {

    private Said() {}

    static String by(Condition condition) {
        return condition.match(new Condition.Cases<>() {
            @Override
            public String named(Condition.Named named) {
                return named.selection();
            }

            @Override
            public String not(Condition.Not not) {
                return "not(" + by(not.operand()) + ")";
            }

            @Override
            public String allOf(Condition.AllOf all) {
                return joined("and", all.operands(), Said::by);
            }

            @Override
            public String anyOf(Condition.AnyOf any) {
                return joined("or", any.operands(), Said::by);
            }

            @Override
            public String quantified(Condition.Quantified quantified) {
                return quantified.quantifier() + "(" + quantified.pattern() + ")";
            }
        });
    }

    static String by(CorrelationCondition condition) {
        return condition.match(new CorrelationCondition.Cases<>() {
            @Override
            public String measured(CorrelationCondition.Measured measured) {
                var said =
                        measured.comparisons().stream().map(Comparison::label).collect(Collectors.joining(", "));
                var of = measured.fields().isEmpty() ? "" : " of " + String.join("+", measured.fields());
                return said + of + (measured.percentile().signum() == 0 ? "" : " at " + measured.percentile() + "%");
            }

            @Override
            public String extended(CorrelationCondition.Extended extended) {
                return by(extended.expression());
            }
        });
    }

    static String by(Selection selection) {
        return selection.match(new Selection.Cases<>() {
            @Override
            public String allOf(Selection.AllOf all) {
                return joined("and", all.parts(), Said::by);
            }

            @Override
            public String anyOf(Selection.AnyOf any) {
                return joined("or", any.parts(), Said::by);
            }

            @Override
            public String test(Selection.Test test) {
                return by(test.item());
            }
        });
    }

    private static String by(DetectionItem item) {
        var modifiers = item.modifiers().stream().map(Modifier::label).collect(Collectors.joining("|"));
        var values = item.values().stream().map(Said::by).collect(Collectors.joining(" "));
        return item.field() + "|" + modifiers + "[" + values + "]";
    }

    private static String by(SigmaValue value) {
        return value.match(new SigmaValue.Cases<>() {
            @Override
            public String text(SigmaValue.Text text) {
                return "'" + text.text() + "'";
            }

            @Override
            public String number(SigmaValue.Num number) {
                return number.number().toPlainString();
            }

            @Override
            public String bool(SigmaValue.Bool bool) {
                return Boolean.toString(bool.value());
            }

            @Override
            public String nothing(SigmaValue.Null nothing) {
                return "null";
            }
        });
    }

    private static <T> String joined(String by, List<T> parts, Function<T, String> said) {
        return parts.stream().map(said).collect(Collectors.joining(", ", by + "(", ")"));
    }
}
