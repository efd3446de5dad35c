package io.weir.parse;

import io.weir.rule.Modifier;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key of a detection item: {@code field|modifier|…}.
 *
 * @param field the field, or empty for keywords
 * @param chain the modifiers that are known
 */
record ItemKey(String field, ModifierChain chain) {

    /** More are no use: there are no more that go together. */
    private static final int MOST_MODIFIERS = 20;

    private static final int LONGEST_REPEATED = 60;

    private static final List<String> KNOWN =
            Arrays.stream(Modifier.values()).map(Modifier::label).toList();

    /** Long names that pySigma takes for the flags of regular expressions. */
    private static final Map<String, Modifier> LONG_NAMES =
            Map.of("ignorecase", Modifier.I, "multiline", Modifier.M, "dotall", Modifier.S);

    /** What people write that come from other tools, and what Sigma has instead. */
    private static final Map<String, String> FOREIGN = Map.of(
            "not",
                    "Sigma has no |not; write `not selection` in the condition, with this line in a selection of its own",
            "or", "a list of values is joined by or already; leave the modifier out",
            "and", "write |all",
            "in", "a list of values is joined by or already; leave the modifier out",
            "equals", "values are compared as a whole already; leave the modifier out",
            "eq", "values are compared as a whole already; leave the modifier out",
            "like", "write |contains, or * in the value",
            "regex", "write |re",
            "icontains", "values are compared without case already; write |contains",
            "size", "Sigma does not compare lengths; write a |re such as ^.{10,}$");

    /** The parts of the key; what is unknown goes to the log and is left out. As in pySigma, null stands for no field. */
    static ItemKey parse(Yaml.Scalar key, ProblemLog log) {
        var words = (key.isNull() ? "" : key.text()).split("\\|", -1);
        if (words.length > MOST_MODIFIERS) {
            log.add(
                    ProblemCode.TOO_LARGE,
                    key.position(),
                    "more than " + MOST_MODIFIERS + " modifiers",
                    "at most " + MOST_MODIFIERS);
            return new ItemKey(words[0], new ModifierChain(List.of()));
        }
        var uses = new ArrayList<ModifierChain.Use>();
        int offset = words[0].length() + 1;
        for (var word : List.of(words).subList(1, words.length)) {
            var place = key.at(offset);
            modifier(word)
                    .ifPresentOrElse(
                            known -> uses.add(new ModifierChain.Use(known, place)),
                            () -> log.add(letter(words[0], word, place)));
            offset += word.length() + 1;
        }
        refuseSpaces(key, words[0], log);
        return new ItemKey(words[0], new ModifierChain(uses));
    }

    /** How messages call the item: the field, or what stands for it. */
    String described() {
        return field.isEmpty() ? "keywords" : field;
    }

    private static Optional<Modifier> modifier(String word) {
        return Modifier.of(word).or(() -> Optional.ofNullable(LONG_NAMES.get(word)));
    }

    private static Problem letter(String field, String word, Position place) {
        if (word.isBlank()) {
            return Problem.at(ProblemCode.UNKNOWN_MODIFIER, place, "an empty modifier")
                    .expecting("a modifier after each |")
                    .fixedBy("leave the | out");
        }
        var unknown = Problem.at(ProblemCode.UNKNOWN_MODIFIER, place, "unknown modifier " + Quoted.of(word))
                .expecting("a modifier of Sigma 2.1");
        return Optional.ofNullable(FOREIGN.get(word.strip()))
                .or(() -> Nearest.to(word, KNOWN).map(meant -> "write " + shortened(field) + "|" + meant))
                .map(unknown::fixedBy)
                .orElse(unknown.expecting("one of " + String.join(", ", KNOWN)));
    }

    /** A field as a fix repeats it; a very long one is left out. */
    private static String shortened(String field) {
        return field.length() > LONGEST_REPEATED ? "…" : field;
    }

    private static void refuseSpaces(Yaml.Scalar key, String field, ProblemLog log) {
        if (!field.equals(field.strip())) {
            log.add(Problem.at(
                            ProblemCode.INVALID_FIELD_NAME,
                            key.position(),
                            "field " + Quoted.of(field) + " with a space at its end")
                    .expecting("a field name as events have it")
                    .fixedBy("write " + field.strip()));
        }
    }
}
