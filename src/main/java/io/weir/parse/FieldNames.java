package io.weir.parse;

import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the fields that a correlation groups by or looks at: one, or a list of them. */
final class FieldNames {

    /** How many fields a list may have: a group or a value is made of all of them. */
    private static final int MOST = 100;

    private FieldNames() {}

    /** The names, each once, in their order, with their places; none where there is no such key. */
    static Map<String, Position> read(Section section, String key) {
        var fields = new LinkedHashMap<String, Position>();
        for (var field : section.scalars(key)) {
            if (field.text().isBlank()) {
                section.log()
                        .add(
                                ProblemCode.EMPTY_VALUE,
                                field.position(),
                                "an empty field in '" + key + "'",
                                "the name of a field");
            }
            fields.putIfAbsent(field.text(), field.position());
        }
        if (fields.size() > MOST) {
            section.log()
                    .add(
                            ProblemCode.TOO_LARGE,
                            section.positionOf(key),
                            "more than " + MOST + " fields in '" + key + "'",
                            "at most " + MOST + " fields");
        }
        return Collections.unmodifiableMap(fields);
    }
}
