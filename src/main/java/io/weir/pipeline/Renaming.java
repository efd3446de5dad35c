package io.weir.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a field is called from now on. */
public sealed interface Renaming {

    /** The new names of a field, or none where it keeps its own; the empty name stands for keywords. */
    Optional<Names> of(String field);

    /**
     * New names of one field.
     *
     * @param all any of them may hold the value; none, where the field goes
     * @param isList whether they were written as a list, which makes even one name a group of its own
     */
    record Names(List<String> all, boolean isList) {
        public Names {
            all = List.copyOf(all);
        }

        private Names withRest(String rest) {
            return new Names(all.stream().map(name -> name + rest).toList(), isList);
        }

        static Names one(String name) {
            return new Names(List.of(name), false);
        }
    }

    /** {@code field_name_mapping}: by the field's name; the empty name is that of keywords. */
    record Mapping(Map<String, Names> names) implements Renaming {
        public Mapping {
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        }

        @Override
        public Optional<Names> of(String field) {
            return Optional.ofNullable(names.get(field));
        }
    }

    /** {@code field_name_prefix_mapping}: by the first prefix, in the order of the file, that the field's name begins with. */
    record PrefixMapping(Map<String, Names> prefixes) implements Renaming {
        public PrefixMapping {
            prefixes = Collections.unmodifiableMap(new LinkedHashMap<>(prefixes));
        }

        @Override
        public Optional<Names> of(String field) {
            return prefixes.entrySet().stream()
                    .filter(prefix -> !field.isEmpty() && field.startsWith(prefix.getKey()))
                    .map(prefix -> prefix.getValue()
                            .withRest(field.substring(prefix.getKey().length())))
                    .findFirst();
        }
    }

    /** {@code field_name_prefix}. */
    record Prefix(String prefix) implements Renaming {
        @Override
        public Optional<Names> of(String field) {
            return field.isEmpty() ? Optional.empty() : Optional.of(Names.one(prefix + field));
        }
    }

    /** {@code field_name_suffix}. */
    record Suffix(String suffix) implements Renaming {
        @Override
        public Optional<Names> of(String field) {
            return field.isEmpty() ? Optional.empty() : Optional.of(Names.one(field + suffix));
        }
    }
}
