package io.weir.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.opinion.SeenEvent.Value;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What pySigma made of a rule ({@code pysigma_trees.py} says how it is written), turned into what runs, as plainly as can be. */
final class PySigmaTree {

    private PySigmaTree() {}

    static Predicate<SeenEvent> of(JsonNode tree) {
        if (tree.has("and")) {
            return all(tree.get("and"));
        } else if (tree.has("or")) {
            return any(tree.get("or").valueStream().map(PySigmaTree::of).toList());
        } else if (tree.has("not")) {
            return of(tree.get("not")).negate();
        }
        return tree.has("field") ? field(tree.get("field").textValue(), tree.get("is")) : keyword(tree.get("is"));
    }

    private static Predicate<SeenEvent> all(JsonNode trees) {
        var negated = trees.valueStream().map(tree -> of(tree).negate()).toList();
        return any(negated).negate();
    }

    private static Predicate<SeenEvent> any(List<Predicate<SeenEvent>> parts) {
        return event -> {
            for (var part : parts) {
                if (part.test(event)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<SeenEvent> anyOf(Function<SeenEvent, List<Value>> values, Predicate<Value> test) {
        return event -> {
            for (var value : values.apply(event)) {
                if (test.test(value)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** A word, be it a number, is looked for in the texts of all values. */
    private static Predicate<SeenEvent> keyword(JsonNode wanted) {
        if (wanted.has("any")) {
            return any(wanted.get("any").valueStream().map(PySigmaTree::keyword).toList());
        } else if (wanted.has("number")) {
            var digits = wanted.get("number").asText();
            return anyOf(SeenEvent::all, new PlainPattern(digits.codePoints(), false).anywhere());
        }
        return anyOf(SeenEvent::all, wanted.has("text") ? pattern(wanted).anywhere() : value(wanted));
    }

    private static Predicate<SeenEvent> field(String name, JsonNode wanted) {
        if (wanted.has("any")) {
            return any(
                    wanted.get("any").valueStream().map(one -> field(name, one)).toList());
        } else if (wanted.has("exists")) {
            return event -> event.has(name) == flag(wanted, "exists");
        } else if (wanted.has("null")) {
            return event ->
                    event.values(name).isEmpty() || event.values(name).stream().anyMatch(Value::isNull);
        } else if (wanted.has("fieldref")) {
            return reference(name, wanted);
        }
        return anyOf(event -> event.values(name), value(wanted));
    }

    private static Predicate<SeenEvent> reference(String name, JsonNode wanted) {
        var other = wanted.get("fieldref").textValue();
        return event -> event.values(other).stream()
                .map(held -> ValueTest.reference(held, flag(wanted, "starts"), flag(wanted, "ends"), false))
                .anyMatch(test -> event.values(name).stream().anyMatch(test));
    }

    private static Predicate<Value> value(JsonNode wanted) {
        if (wanted.has("text")) {
            return pattern(wanted);
        } else if (wanted.has("bool")) {
            return ValueTest.bool(flag(wanted, "bool"));
        } else if (wanted.has("re")) {
            return ValueTest.expression(text(wanted, "re"), text(wanted, "flags"));
        } else if (wanted.has("cidr")) {
            return PlainNetwork.of(text(wanted, "cidr"));
        }
        var number = wanted.get("number").decimalValue();
        if (wanted.has("part")) {
            return ValueTest.datePart(
                    text(wanted, "part"), wanted.path("compare").asText(), number);
        }
        return wanted.has("compare") ? ValueTest.comparison(text(wanted, "compare"), number) : ValueTest.number(number);
    }

    private static PlainPattern pattern(JsonNode wanted) {
        return new PlainPattern(
                wanted.get("text").valueStream().flatMapToInt(PySigmaTree::tokens), flag(wanted, "cased"));
    }

    private static IntStream tokens(JsonNode part) {
        return part.isTextual()
                ? part.textValue().codePoints()
                : IntStream.of(part.intValue() == 0 ? PlainPattern.ANY_RUN : PlainPattern.ANY_ONE);
    }

    private static String text(JsonNode wanted, String key) {
        return wanted.get(key).textValue();
    }

    private static boolean flag(JsonNode wanted, String key) {
        return wanted.get(key).booleanValue();
    }
}
