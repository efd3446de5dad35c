package io.weir.parse;

import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A map of a rule, read key by key. What is of the wrong kind goes to the log and reads as absent; a key without a value is absent, too.
 */
record Section(Yaml.Mapping map, ProblemLog log) {

    /** The value of that key, or none. */
    Optional<Yaml> find(String key) {
        return map.find(key)
                .map(Yaml.Entry::value)
                .filter(value -> !(value instanceof Yaml.Scalar scalar && scalar.isNull()));
    }

    /** Whether the key has a value. */
    boolean has(String key) {
        return find(key).isPresent();
    }

    /** Whether the value of that key is a list of nothing. */
    boolean hasEmptyList(String key) {
        return find(key)
                .filter(value ->
                        value instanceof Yaml.Sequence list && list.items().isEmpty())
                .isPresent();
    }

    /** Where the key stands, or where the map begins if it does not. */
    Position positionOf(String key) {
        return map.find(key).map(entry -> entry.key().position()).orElse(map.position());
    }

    /** Says that a key is missing, and which key was perhaps meant to be it, or that nothing stands behind it. */
    void miss(String owner, String key, String expected) {
        if (map.find(key).isPresent()) {
            log.add(ProblemCode.MISSING_KEY, positionOf(key), owner + " has nothing under '" + key + "'", expected);
            return;
        }
        var problem = Problem.at(ProblemCode.MISSING_KEY, map.position(), owner + " has no '" + key + "'")
                .expecting(expected);
        log.add(Nearest.within(key, keys(), 2)
                .map(meant -> problem.fixedBy("write " + key + " instead of " + meant))
                .orElse(problem));
    }

    /** A value that must be text. */
    Optional<Yaml.Scalar> text(String key) {
        return find(key).flatMap(value -> {
            if (value instanceof Yaml.Scalar scalar && isText(scalar)) {
                return Optional.of(scalar);
            }
            log.add(mistyped(key, value, "text"));
            return Optional.empty();
        });
    }

    /** A value that must be text, or nothing where it is absent. */
    String textOrNothing(String key) {
        return text(key).map(Yaml.Scalar::text).orElse("");
    }

    /** A value that must be true or false. */
    Optional<Boolean> flag(String key) {
        return find(key).flatMap(value -> {
            if (value instanceof Yaml.Scalar scalar && scalar.type() == ScalarType.BOOLEAN) {
                return Optional.of(scalar.isTrue());
            }
            log.add(mistyped(key, value, "true or false"));
            return Optional.empty();
        });
    }

    /** A value that must be a map. */
    Optional<Section> section(String key) {
        return find(key).flatMap(value -> {
            if (value instanceof Yaml.Mapping mapping) {
                return Optional.of(new Section(mapping, log));
            }
            log.add(mistyped(key, value, "a map"));
            return Optional.empty();
        });
    }

    /** A value that must be neither a list nor a map. */
    Optional<Yaml.Scalar> scalar(String key) {
        return find(key).flatMap(value -> {
            if (value instanceof Yaml.Scalar scalar) {
                return Optional.of(scalar);
            }
            log.add(mistyped(key, value, "one value"));
            return Optional.empty();
        });
    }

    /** One scalar, or a list of them. */
    List<Yaml.Scalar> scalars(String key) {
        var found = new ArrayList<Yaml.Scalar>();
        for (var item : items(key)) {
            if (item instanceof Yaml.Scalar scalar && !scalar.isNull()) {
                found.add(scalar);
            } else {
                log.add(mistyped(key, item, "text, or a list of texts"));
            }
        }
        return found;
    }

    /** The texts of one scalar, or of a list of them. */
    List<String> texts(String key) {
        return scalars(key).stream().map(Yaml.Scalar::text).toList();
    }

    /** The keys in the order of the file. */
    Collection<String> keys() {
        return map.entries().stream().map(entry -> entry.key().text()).toList();
    }

    /** Says of every key that is not one of those that it is unknown, and which was perhaps meant. */
    void refuseOthers(Collection<String> known, String owner) {
        for (var entry : map.entries()) {
            var key = entry.key();
            if (!known.contains(key.text())) {
                var problem = Problem.at(
                                ProblemCode.UNKNOWN_KEY,
                                key.position(),
                                "unknown key " + Quoted.of(key.text()) + " of " + owner)
                        .expecting("one of " + String.join(", ", known));
                log.add(Nearest.fixing(problem, key.text(), known));
            }
        }
    }

    /** The items of a list, or the one value that stands in its place. */
    List<Yaml> items(String key) {
        return find(key)
                .map(value -> value instanceof Yaml.Sequence sequence ? sequence.items() : List.of(value))
                .orElse(List.of());
    }

    private static boolean isText(Yaml.Scalar scalar) {
        return scalar.type() == ScalarType.TEXT || scalar.type() == ScalarType.DATE;
    }

    private static Problem mistyped(String key, Yaml value, String expected) {
        var problem = Problem.at(ProblemCode.WRONG_TYPE, value.position(), "'" + key + "' is " + value.described())
                .expecting(expected);
        boolean quotes = value instanceof Yaml.Scalar && expected.equals("text");
        return quotes ? problem.fixedBy("write " + key + ": '" + ((Yaml.Scalar) value).text() + "'") : problem;
    }
}
