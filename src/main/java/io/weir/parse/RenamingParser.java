package io.weir.parse;

import io.weir.pipeline.RenameFields;
import io.weir.pipeline.Renaming;
import io.weir.pipeline.Renaming.Names;
import io.weir.rule.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the transformations that give fields other names. */
final class RenamingParser {

    static final Map<String, Function<Parameters, Optional<RenameFields>>> TYPES = Map.of(
            "field_name_mapping",
                    from -> mapping(from, true).map(Renaming.Mapping::new).map(RenameFields::new),
            "field_name_prefix_mapping",
                    from -> mapping(from, false)
                            .map(Renaming.PrefixMapping::new)
                            .map(RenameFields::new),
            "field_name_prefix",
                    from -> from.text("prefix").map(Renaming.Prefix::new).map(RenameFields::new),
            "field_name_suffix",
                    from -> from.text("suffix").map(Renaming.Suffix::new).map(RenameFields::new));

    private RenamingParser() {}

    private static Optional<Map<String, Names>> mapping(Parameters from, boolean takesKeywords) {
        return from.section("mapping").map(section -> {
            var names = new LinkedHashMap<String, Names>();
            for (var entry : section.map().entries()) {
                if (isName(entry.key(), takesKeywords, section.log())) {
                    var key = entry.key().isNull() ? "" : entry.key().text();
                    names(entry, section).ifPresent(found -> names.put(key, found));
                }
            }
            return names;
        });
    }

    /** Keywords, which have no field, stand under null. */
    private static boolean isName(Yaml.Scalar key, boolean takesKeywords, ProblemLog log) {
        boolean isText = key.type() == ScalarType.TEXT && !key.text().isEmpty();
        if (isText || (key.isNull() && takesKeywords)) {
            return true;
        }
        log.add(
                ProblemCode.WRONG_TYPE,
                key.position(),
                key.described() + " as the name of a field",
                takesKeywords ? "a field, or null for keywords" : "the beginning of a field");
        return false;
    }

    /** A field that is mapped to null keeps its name. */
    private static Optional<Names> names(Yaml.Entry entry, Section section) {
        if (entry.value() instanceof Yaml.Scalar scalar) {
            return scalar.isNull() ? Optional.empty() : Optional.of(new Names(List.of(scalar.text()), false));
        } else if (entry.value() instanceof Yaml.Sequence sequence
                && sequence.items().stream().allMatch(item -> item instanceof Yaml.Scalar one && !one.isNull())) {
            return Optional.of(new Names(
                    sequence.items().stream()
                            .map(item -> ((Yaml.Scalar) item).text())
                            .toList(),
                    true));
        }
        section.log()
                .add(
                        ProblemCode.WRONG_TYPE,
                        entry.value().position(),
                        Quoted.of(entry.key().text()) + " is mapped to "
                                + entry.value().described(),
                        "a field, or a list of fields");
        return Optional.empty();
    }
}
