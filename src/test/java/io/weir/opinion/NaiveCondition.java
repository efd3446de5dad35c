package io.weir.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A condition as {@link NaiveReading} takes it: what binds least is looked for first, outside of brackets. */
final class NaiveCondition {

    private final Map<String, Predicate<SeenEvent>> selections;

    private NaiveCondition(Map<String, Predicate<SeenEvent>> selections) {
        this.selections = selections;
    }

    static Predicate<SeenEvent> of(String condition, Map<String, Predicate<SeenEvent>> selections) {
        var words = List.of(
                condition.replace("(", " ( ").replace(")", " ) ").strip().split("\\s+"));
        return new NaiveCondition(selections).read(words);
    }

    private Predicate<SeenEvent> read(List<String> words) {
        var alternatives = split(words, "or");
        if (alternatives.size() > 1) {
            return alternatives.stream().map(this::read).reduce(Predicate::or).orElseThrow();
        }
        var factors = split(words, "and");
        if (factors.size() > 1) {
            return factors.stream().map(this::read).reduce(Predicate::and).orElseThrow();
        } else if (is(words.get(0), "not")) {
            return read(words.subList(1, words.size())).negate();
        } else if (words.get(0).equals("(")) {
            return read(words.subList(1, words.size() - 1));
        }
        return words.size() == 1 ? selections.get(words.get(0)) : quantified(words.get(0), words.get(2));
    }

    private static List<List<String>> split(List<String> words, String operator) {
        var parts = new ArrayList<List<String>>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < words.size(); i++) {
            depth += words.get(i).equals("(") ? 1 : words.get(i).equals(")") ? -1 : 0;
            if (depth == 0 && is(words.get(i), operator)) {
                parts.add(words.subList(begin, i));
                begin = i + 1;
            }
        }
        parts.add(words.subList(begin, words.size()));
        return parts;
    }

    private static boolean is(String word, String operator) {
        return word.toLowerCase(Locale.ROOT).equals(operator);
    }

    private Predicate<SeenEvent> quantified(String quantifier, String pattern) {
        var names = is(pattern, "them") ? "[^_].*" : Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        var chosen = selections.entrySet().stream()
                .filter(selection -> selection.getKey().matches(names))
                .filter(selection ->
                        pattern.startsWith("_") || !selection.getKey().startsWith("_"))
                .map(Map.Entry::getValue)
                .toList();
        return is(quantifier, "all")
                ? event -> chosen.stream().allMatch(one -> one.test(event))
                : event -> chosen.stream().anyMatch(one -> one.test(event));
    }
}
