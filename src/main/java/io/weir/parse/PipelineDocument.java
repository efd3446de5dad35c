package io.weir.parse;

import io.weir.pipeline.Pipeline;
import io.weir.pipeline.PipelineItem;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the parts of a pipeline. */
final class PipelineDocument {

    /** How many transformations a pipeline may have, those in nested ones not counted. */
    private static final int MOST_ITEMS = 2_000;

    private static final List<String> KEYS =
            List.of("name", "priority", "vars", "transformations", "allowed_backends", "postprocessing", "finalizers");

    private final Section pipeline;
    private final ProblemLog log;

    PipelineDocument(Section pipeline) {
        this.pipeline = pipeline;
        this.log = pipeline.log();
    }

    /** The pipeline; where the log has problems now, parts of it may be missing. */
    Pipeline read(String file) {
        pipeline.refuseOthers(KEYS, "a pipeline");
        refuse("postprocessing");
        refuse("finalizers");
        return new Pipeline(file, priority(), vars(), read(pipeline.items("transformations"), log));
    }

    private long priority() {
        return pipeline.find("priority")
                .map(value -> {
                    if (value instanceof Yaml.Scalar scalar && scalar.type() == ScalarType.INTEGER) {
                        return YamlNumber.of(scalar.text())
                                .map(Number::longValue)
                                .orElse(0L);
                    }
                    log.add(
                            ProblemCode.WRONG_TYPE,
                            value.position(),
                            "'priority' is " + value.described(),
                            "a whole number");
                    return 0L;
                })
                .orElse(0L);
    }

    private Map<String, List<SigmaValue>> vars() {
        var vars = new LinkedHashMap<String, List<SigmaValue>>();
        pipeline.section("vars").ifPresent(section -> {
            for (var entry : section.map().entries()) {
                vars.put(entry.key().text(), values(entry));
            }
        });
        return vars;
    }

    private List<SigmaValue> values(Yaml.Entry entry) {
        var items = entry.value() instanceof Yaml.Sequence sequence ? sequence.items() : List.of(entry.value());
        var values = new ArrayList<SigmaValue>();
        for (var item : items) {
            if (item instanceof Yaml.Scalar scalar) {
                values.add(Attributes.value(scalar));
            } else {
                log.add(
                        ProblemCode.WRONG_TYPE,
                        item.position(),
                        "variable " + Quoted.of(entry.key().text()) + " holds " + item.described(),
                        "a value, or a list of values");
            }
        }
        return values;
    }

    /** A list of transformations, as many as could be read. */
    static List<PipelineItem> read(List<Yaml> values, ProblemLog log) {
        var items = new ArrayList<PipelineItem>();
        if (values.size() > MOST_ITEMS) {
            log.add(
                    ProblemCode.TOO_LARGE,
                    values.get(0).position(),
                    "more than " + MOST_ITEMS + " transformations",
                    "at most " + MOST_ITEMS);
            return items;
        }
        for (var value : values) {
            if (value instanceof Yaml.Mapping mapping) {
                new PipelineItemParser(new Section(mapping, log)).parse().ifPresent(items::add);
            } else {
                log.add(
                        ProblemCode.WRONG_TYPE,
                        value.position(),
                        value.described() + " as a transformation",
                        "a map with a type");
            }
        }
        return items;
    }

    /** What shapes queries has nothing to shape here; a list without anything in it does no harm. */
    private void refuse(String key) {
        for (var value : pipeline.items(key)) {
            var type = value instanceof Yaml.Mapping mapping
                    ? mapping.find("type").map(Yaml.Entry::value).orElse(value)
                    : value;
            var name = type instanceof Yaml.Scalar scalar ? " " + Quoted.of(scalar.text()) : "";
            log.add(
                    ProblemCode.UNSUPPORTED,
                    type.position(),
                    key + name + " can't be honoured: it shapes queries, and Weir writes none",
                    "a pipeline without '" + key + "'");
        }
    }
}
