package io.weir.parse;

import io.weir.rule.Attribute;
import io.weir.rule.SigmaValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what a document says under each key that holds a value or a list of values. */
final class Attributes {

    private Attributes() {}

    /** By key; keys that hold something else are left out. */
    static Map<String, Attribute> of(Yaml.Mapping document) {
        var attributes = new LinkedHashMap<String, Attribute>();
        for (var entry : document.entries()) {
            of(entry.value()).ifPresent(attribute -> attributes.put(entry.key().text(), attribute));
        }
        return attributes;
    }

    /** What a value of YAML says, or none if it is neither a value nor a list of values. */
    static Optional<Attribute> of(Yaml value) {
        return value.match(new Yaml.Cases<>() {
            @Override
            public Optional<Attribute> scalar(Yaml.Scalar scalar) {
                return Optional.of(new Attribute.One(value(scalar)));
            }

            @Override
            public Optional<Attribute> sequence(Yaml.Sequence sequence) {
                return sequence.items().stream().allMatch(Yaml.Scalar.class::isInstance)
                        ? Optional.of(new Attribute.Many(sequence.items().stream()
                                .map(item -> value((Yaml.Scalar) item))
                                .toList()))
                        : Optional.empty();
            }

            @Override
            public Optional<Attribute> mapping(Yaml.Mapping mapping) {
                return Optional.empty();
            }
        });
    }

    /** The scalar by its type; a number that is out of range is text. */
    static SigmaValue value(Yaml.Scalar scalar) {
        return switch (scalar.type()) {
            case TEXT, DATE -> text(scalar);
            case INTEGER, DECIMAL ->
                YamlNumber.of(scalar.text())
                        .<SigmaValue>map(number -> new SigmaValue.Num(number, scalar.position()))
                        .orElseGet(() -> text(scalar));
            case BOOLEAN -> new SigmaValue.Bool(scalar.isTrue(), scalar.position());
            case NULL -> new SigmaValue.Null(scalar.position());
        };
    }

    private static SigmaValue text(Yaml.Scalar scalar) {
        return new SigmaValue.Text(scalar.text(), scalar.position());
    }
}
