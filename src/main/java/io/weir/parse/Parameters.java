package io.weir.parse;

import io.weir.pipeline.PipelineRegex;
import io.weir.pipeline.Relation;
import io.weir.pipeline.StateComparison;
import io.weir.rule.LogSource;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a transformation or a condition is told: read key by key, so that in the end the keys that nobody asked for are known. */
final class Parameters {

    private final String owner;
    private final Section section;
    private final Set<String> known;

    /**
     * @param owner what messages call it
     * @param known the keys that others read
     */
    Parameters(String owner, Section section, Collection<String> known) {
        this.owner = owner;
        this.section = section;
        this.known = new LinkedHashSet<>(known);
    }

    /** A condition of one of those types; none, and problems in the log, if it is of another, or any part of it is wrong. */
    static <C> Optional<C> ofCondition(
            Yaml.Scalar type, Section section, Map<String, Function<Parameters, Optional<C>>> types) {
        var read = types.get(type.text());
        if (read == null) {
            section.log().add(unknown("condition", type, new TreeSet<>(types.keySet())));
            return Optional.empty();
        }
        var parameters = new Parameters("condition '" + type.text() + "'", section, List.of("type"));
        var condition = read.apply(parameters);
        parameters.refuseOthers();
        return condition;
    }

    static Problem unknown(String what, Yaml.Scalar type, Collection<String> types) {
        var problem = Problem.at(
                        ProblemCode.INVALID_PIPELINE, type.position(), "unknown " + what + " " + Quoted.of(type.text()))
                .expecting("one of " + String.join(", ", types));
        return Nearest.fixing(problem, type.text(), types);
    }

    ProblemLog log() {
        return section.log();
    }

    /** Where all of it begins. */
    Position position() {
        return section.map().position();
    }

    Position positionOf(String key) {
        return section.find(key).map(Yaml::position).orElseGet(() -> section.positionOf(key));
    }

    /** Says of the keys that nobody asked for that they are unknown. */
    void refuseOthers() {
        section.refuseOthers(known, owner);
    }

    /** The value under a key, or none. */
    Optional<Yaml> find(String key) {
        known.add(key);
        return section.find(key);
    }

    private void require(String key, String expected) {
        known.add(key);
        if (!section.has(key)) {
            section.miss(owner, key, expected);
        }
    }

    /** Text that must be there. */
    Optional<String> text(String key) {
        require(key, "text");
        return section.text(key).map(Yaml.Scalar::text);
    }

    /** Text that need not be there, and is empty, then. */
    String textOrNothing(String key) {
        known.add(key);
        return section.textOrNothing(key);
    }

    /** False where it is not there. */
    boolean flag(String key) {
        known.add(key);
        return section.flag(key).orElse(false);
    }

    /** A text or a list of texts, which must be there. */
    List<String> texts(String key) {
        return scalars(key).stream().map(Yaml.Scalar::text).toList();
    }

    private List<Yaml.Scalar> scalars(String key) {
        if (section.map().find(key).isEmpty()) {
            require(key, "text, or a list of texts");
        }
        known.add(key);
        return section.scalars(key);
    }

    /** A text or a list of texts, which need not be there; then it is the other. */
    List<String> textsOr(String key, List<String> other) {
        known.add(key);
        return section.has(key) ? section.texts(key) : other;
    }

    /** A map, which must be there. */
    Optional<Section> section(String key) {
        require(key, "a map");
        return section.section(key);
    }

    /** A map, which need not be there. */
    Optional<Section> sectionOrNone(String key) {
        known.add(key);
        return section.section(key);
    }

    /** The items of a list, or the one value in its place, which need not be there. */
    List<Yaml> items(String key) {
        known.add(key);
        return section.items(key);
    }

    /** A value of any type, null included, which must be there. */
    Optional<SigmaValue> value(String key) {
        known.add(key);
        var value = section.map().find(key).map(Yaml.Entry::value);
        if (value.isEmpty()) {
            section.miss(owner, key, "a value");
        } else if (!(value.get() instanceof Yaml.Scalar)) {
            log().add(
                            ProblemCode.WRONG_TYPE,
                            value.get().position(),
                            "'" + key + "' is " + value.get().described(),
                            "a value");
        }
        return value.filter(Yaml.Scalar.class::isInstance).map(scalar -> Attributes.value((Yaml.Scalar) scalar));
    }

    /** One of some words, which must be there. */
    <T> Optional<T> choice(String key, Map<String, T> words) {
        require(key, choices(words));
        return chosen(key, words);
    }

    /** One of some words; another value where it is not there. */
    <T> T choiceOr(String key, Map<String, T> words, T other) {
        known.add(key);
        return chosen(key, words).orElse(other);
    }

    private <T> Optional<T> chosen(String key, Map<String, T> words) {
        var word = section.text(key);
        word.filter(text -> !words.containsKey(text.text()))
                .ifPresent(text -> log().add(
                                ProblemCode.INVALID_PIPELINE,
                                text.position(),
                                "unknown " + key + " " + Quoted.of(text.text()),
                                choices(words)));
        return word.flatMap(text -> Optional.ofNullable(words.get(text.text())));
    }

    private static String choices(Map<String, ?> words) {
        return "one of " + String.join(", ", new TreeSet<>(words.keySet()));
    }

    /** How to compare, one of some ways; {@code eq} where it is not said. */
    Optional<Relation> relation(List<Relation> ways) {
        var words = new LinkedHashMap<String, Relation>();
        ways.forEach(way -> words.put(way.label(), way));
        known.add("op");
        return section.has("op") ? chosen("op", words) : Optional.of(Relation.EQ);
    }

    /** What a pipeline's state must be. */
    Optional<StateComparison> state() {
        var key = text("key");
        var value = value("val");
        var relation = relation(List.of(Relation.values()).stream()
                .filter(way -> !way.isOfLists())
                .toList());
        return key.flatMap(
                name -> value.flatMap(wanted -> relation.map(how -> new StateComparison(name, wanted, how))));
    }

    /** Category, product and service, at least one of them. */
    Optional<LogSource> logSource() {
        var parts = List.of("category", "product", "service");
        known.addAll(parts);
        if (parts.stream().noneMatch(section::has)) {
            log().add(
                            ProblemCode.INVALID_PIPELINE,
                            section.map().position(),
                            owner + " states no log source",
                            "category, product or service");
            return Optional.empty();
        }
        return Optional.of(new LogSource(
                part("product"),
                part("category"),
                part("service"),
                section.map().position()));
    }

    private String part(String name) {
        return section.textOrNothing(name).toLowerCase(Locale.ROOT);
    }

    /** A regular expression, which must be there. */
    Optional<PipelineRegex> regex(String key) {
        require(key, "a regular expression");
        return section.text(key).flatMap(this::regex);
    }

    /** A list of regular expressions, which must be there. */
    List<PipelineRegex> regexes(String key) {
        return scalars(key).stream().flatMap(scalar -> regex(scalar).stream()).toList();
    }

    private Optional<PipelineRegex> regex(Yaml.Scalar written) {
        try {
            return Optional.of(PipelineRegex.of(written.text()));
        } catch (IllegalArgumentException reason) {
            log().add(
                            ProblemCode.UNSUPPORTED_REGEX,
                            written.position(),
                            "regular expression can't be run: " + reason.getMessage(),
                            "an expression that runs in linear time: without look-around and back references");
            return Optional.empty();
        }
    }
}
