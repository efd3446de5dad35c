package io.weir.parse;

import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Reads what a scalar's text means and how it stands in the file. */
final class ScalarReader {

    private static final String YAML = "tag:yaml.org,2002:";

    private static final Map<String, ScalarType> TYPES = Map.of(
            "!",
            ScalarType.TEXT,
            YAML + "str",
            ScalarType.TEXT,
            YAML + "int",
            ScalarType.INTEGER,
            YAML + "float",
            ScalarType.DECIMAL,
            YAML + "bool",
            ScalarType.BOOLEAN,
            YAML + "null",
            ScalarType.NULL,
            YAML + "timestamp",
            ScalarType.DATE);

    private ScalarReader() {}

    /** The scalar; with a problem in the log where its tag is unknown or does not fit. */
    static Yaml.Scalar read(ScalarEvent event, Position position, ProblemLog log) {
        return new Yaml.Scalar(event.getValue(), type(event, position, log), position, inset(event));
    }

    private static ScalarType type(ScalarEvent event, Position position, ProblemLog log) {
        var tag = event.getTag();
        if (tag == null) {
            return event.isPlain() ? ScalarType.ofPlain(event.getValue()) : ScalarType.TEXT;
        }
        var type = TYPES.get(tag);
        if (type == null) {
            log.add(
                    ProblemCode.YAML_TAG,
                    position,
                    "tag " + Quoted.of(tag.replace(YAML, "!!")) + " on a value",
                    "no tag");
            return ScalarType.TEXT;
        }
        if (type != ScalarType.TEXT && type != ScalarType.ofPlain(event.getValue())) {
            log.add(
                    ProblemCode.YAML_TAG,
                    position,
                    "tag " + Quoted.of(tag.replace(YAML, "!!")) + " on " + Quoted.of(event.getValue()),
                    "no tag");
            return ScalarType.TEXT;
        }
        return type;
    }

    private static int inset(ScalarEvent event) {
        int quote = event.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
        var start = event.getStartMark();
        var end = event.getEndMark();
        int shown = end.getColumn() - start.getColumn() - 2 * quote;
        boolean verbatim = start.getLine() == end.getLine()
                && event.getValue().codePointCount(0, event.getValue().length()) == shown;
        return verbatim ? quote : -1;
    }
}
