package io.weir.parse;

import io.weir.rule.Position;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A value of a YAML document with its place. Aliases and merge keys are followed already; there are no cycles. */
public sealed interface Yaml {

    /** Where it begins. */
    Position position();

    /** Answers for the kind of value this is. */
    <R> R match(Cases<R> cases);

    /** What this is, as messages call it: {@code a list}, {@code text 'abc'}. */
    String described();

    /**
     * A plain, quoted or block scalar.
     *
     * @param text as YAML gives it, escapes of double quotes resolved
     * @param type what the text means
     * @param position its first character, or the quote before it
     * @param inset how many characters stand between the position and the text, or -1 where the file's characters are not those of
     *     the text, as in a block or behind an escape
     */
    record Scalar(String text, ScalarType type, Position position, int inset) implements Yaml {

        private static final Set<String> TRUE = Set.of("true", "yes", "on");

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.scalar(this);
        }

        @Override
        public String described() {
            return type == ScalarType.NULL ? "null" : type.label() + " " + Quoted.of(text);
        }

        /** Whether this is {@code null}, or nothing at all. */
        public boolean isNull() {
            return type == ScalarType.NULL;
        }

        /** Whether this is one of the words of YAML 1.1 for true. */
        public boolean isTrue() {
            return type == ScalarType.BOOLEAN && TRUE.contains(text.toLowerCase(Locale.ROOT));
        }

        /** Where a character of the text stands in the file, or where the scalar begins if that can't be told. */
        public Position at(int offset) {
            return inset < 0
                    ? position
                    : new Position(
                            position.file(),
                            position.line(),
                            position.column() + inset + text.codePointCount(0, offset));
        }
    }

    /** A list. */
    record Sequence(List<Yaml> items, Position position) implements Yaml {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sequence(this);
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    /** A map whose keys are all different, in the order of the file. */
    record Mapping(List<Entry> entries, Position position) implements Yaml {

        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.mapping(this);
        }

        @Override
        public String described() {
            return "a map";
        }

        /** The entry of that key, or none. */
        public Optional<Entry> find(String key) {
            for (var entry : entries) {
                if (entry.key().text().equals(key)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Yaml value) {}

    /** One answer for each kind of value. */
    interface Cases<R> {
        R scalar(Scalar scalar);

        R sequence(Sequence sequence);

        R mapping(Mapping mapping);
    }
}
