package io.weir.parse;

import io.weir.rule.Modifier;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.util.Optional;
import java.util.Set;

/** Reads the values of one item: whether its modifiers take them, and as what. */
final class ValueReader {

    private final ItemKey key;
    private final boolean inList;
    private final ProblemLog log;

    ValueReader(ItemKey key, boolean inList, ProblemLog log) {
        this.key = key;
        this.inList = inList;
        this.log = log;
    }

    /** The value; none, and a problem in the log, if it can't be the value of this item. */
    Optional<SigmaValue> read(Yaml.Scalar scalar) {
        if (scalar.isNull() && (inList || key.field().isEmpty())) {
            log.add(nullProblem(scalar));
            return Optional.empty();
        }
        var raw = Operand.of(scalar);
        var end = key.chain().run(raw);
        if (end.isEmpty()) {
            log.add(refused(scalar, raw));
            return Optional.empty();
        }
        return value(scalar, end.get());
    }

    private Optional<SigmaValue> value(Yaml.Scalar scalar, Operand end) {
        var wrong = content(scalar);
        if (wrong.isPresent()) {
            log.add(wrong.get());
            return Optional.empty();
        }
        if (end.isByText()) {
            return Optional.of(new SigmaValue.Text(scalar.text(), scalar.position()));
        }
        return switch (scalar.type()) {
            case TEXT, DATE -> Optional.of(new SigmaValue.Text(scalar.text(), scalar.position()));
            case INTEGER, DECIMAL -> number(scalar);
            case BOOLEAN -> Optional.of(new SigmaValue.Bool(scalar.isTrue(), scalar.position()));
            case NULL -> Optional.of(new SigmaValue.Null(scalar.position()));
        };
    }

    private Optional<SigmaValue> number(Yaml.Scalar scalar) {
        var number = YamlNumber.of(scalar.text());
        if (number.isEmpty()) {
            log.add(
                    ProblemCode.INVALID_NUMBER,
                    scalar.position(),
                    "number " + Quoted.of(scalar.text()) + " out of range",
                    "a finite number");
        }
        return number.map(value -> new SigmaValue.Num(value, scalar.position()));
    }

    private Optional<Problem> content(Yaml.Scalar scalar) {
        for (var modifier : key.chain().modifiers()) {
            var wrong = content(modifier, scalar);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> content(Modifier modifier, Yaml.Scalar scalar) {
        return switch (modifier) {
            case CIDR -> network(scalar);
            case BASE64, BASE64OFFSET, FIELDREF -> wildcard(modifier, scalar);
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> wildcard(Modifier modifier, Yaml.Scalar scalar) {
        int at = Wildcards.first(scalar.text());
        return at < 0
                ? Optional.empty()
                : Optional.of(Problem.at(
                                ProblemCode.MODIFIER_VALUE,
                                scalar.at(at),
                                "a wildcard under modifier '" + modifier.label() + "'")
                        .expecting("text without wildcards")
                        .fixedBy("write \\* or \\? for the character itself"));
    }

    private static Optional<Problem> network(Yaml.Scalar scalar) {
        var range = Cidr.parse(scalar.text());
        if (range.isEmpty()) {
            return Optional.of(Problem.at(
                            ProblemCode.INVALID_NETWORK,
                            scalar.position(),
                            Quoted.of(scalar.text()) + " is no range of addresses")
                    .expecting("IPv4 or IPv6 in CIDR notation, such as 10.0.0.0/8 or fe80::/10"));
        } else if (!range.get().isAligned()) {
            var problem = Problem.at(
                            ProblemCode.INVALID_NETWORK,
                            scalar.position(),
                            Quoted.of(scalar.text()) + " has bits behind its prefix")
                    .expecting("the first address of the range");
            return Optional.of(range.get()
                    .aligned()
                    .map(right -> problem.fixedBy("write " + right))
                    .orElse(problem));
        }
        return Optional.empty();
    }

    private Problem nullProblem(Yaml.Scalar scalar) {
        if (key.field().isEmpty()) {
            return Problem.at(ProblemCode.MODIFIER_VALUE, scalar.position(), "null as a keyword")
                    .expecting("a word to search for");
        }
        return Problem.at(ProblemCode.NULL_IN_LIST, scalar.position(), "null in a list of values")
                .expecting("null as the only value: it is a type of its own")
                .fixedBy("write a second selection with " + key.field() + ": null, and `1 of` both in the condition");
    }

    private Problem refused(Yaml.Scalar scalar, Operand raw) {
        var modifier = key.chain().refusing(raw).modifier();
        return Problem.at(
                        ProblemCode.MODIFIER_VALUE,
                        scalar.position(),
                        "modifier '" + modifier.label() + "' does not take " + scalar.described())
                .expecting(described(key.chain().accepted()))
                .fixedBy(instead(scalar, key.chain().accepted()));
    }

    private static String described(Set<Operand> accepted) {
        if (accepted.contains(Operand.TEXT)) {
            return "text";
        }
        return accepted.contains(Operand.NUMBER) ? "a number" : "true or false";
    }

    private String instead(Yaml.Scalar scalar, Set<Operand> accepted) {
        if (scalar.isNull()) {
            return key.field().isEmpty() ? "" : "for a field that is absent, write " + key.field() + ": null";
        } else if (accepted.contains(Operand.TEXT)) {
            return "write '" + scalar.text() + "' in quotes";
        }
        var bare = ScalarType.ofPlain(scalar.text());
        boolean fitsBare = accepted.contains(Operand.of(new Yaml.Scalar("", bare, scalar.position(), -1)));
        return fitsBare && bare != scalar.type() ? "write " + scalar.text() + " without quotes" : "";
    }
}
