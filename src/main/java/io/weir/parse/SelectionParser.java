package io.weir.parse;

import io.weir.rule.DetectionItem;
import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import io.weir.rule.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a selection: a map, a list of maps, or keywords (Sigma rules specification, "Search-Identifier"). */
final class SelectionParser {

    private final ItemParser items;
    private final ProblemLog log;

    SelectionParser(ProblemLog log) {
        this.items = new ItemParser(log);
        this.log = log;
    }

    /** The selection; none, and problems in the log, if any part of it is wrong. */
    Optional<Selection> parse(String name, Yaml value) {
        return value.match(new Yaml.Cases<>() {
            @Override
            public Optional<Selection> scalar(Yaml.Scalar scalar) {
                return scalar.isNull()
                        ? nothing(name, scalar.position())
                        : keywords(List.of(scalar), scalar.position());
            }

            @Override
            public Optional<Selection> sequence(Yaml.Sequence sequence) {
                return sequence.items().isEmpty() ? nothing(name, sequence.position()) : list(name, sequence);
            }

            @Override
            public Optional<Selection> mapping(Yaml.Mapping mapping) {
                return mapping.entries().isEmpty() ? nothing(name, mapping.position()) : map(mapping);
            }
        });
    }

    private Optional<Selection> map(Yaml.Mapping mapping) {
        var parts = new ArrayList<Selection>();
        for (var entry : mapping.entries()) {
            items.parse(entry).map(Selection.Test::new).ifPresent(parts::add);
        }
        return joined(parts, mapping.entries().size(), Selection.AllOf::new);
    }

    private Optional<Selection> list(String name, Yaml.Sequence sequence) {
        if (sequence.items().stream().allMatch(Yaml.Scalar.class::isInstance)) {
            var words = sequence.items().stream().map(Yaml.Scalar.class::cast).toList();
            return keywords(words, sequence.position());
        }
        var parts = new ArrayList<Selection>();
        for (var item : sequence.items()) {
            parse(name, item).ifPresent(parts::add);
        }
        return joined(parts, sequence.items().size(), Selection.AnyOf::new);
    }

    private Optional<Selection> keywords(List<Yaml.Scalar> words, Position position) {
        Optional<DetectionItem> item = items.keywords(words, position);
        return item.map(Selection.Test::new);
    }

    private Optional<Selection> nothing(String name, Position position) {
        log.add(
                ProblemCode.EMPTY_VALUE,
                position,
                "selection " + Quoted.of(name) + " is empty",
                "a map, a list of maps, or keywords");
        return Optional.empty();
    }

    /** The parts joined, if there are as many as there should be; one part stands for itself. */
    private static Optional<Selection> joined(List<Selection> parts, int wanted, Join join) {
        if (parts.size() < wanted) {
            return Optional.empty();
        }
        return Optional.of(parts.size() == 1 ? parts.get(0) : join.of(parts));
    }

    /** How parts become one selection. */
    private interface Join {
        Selection of(List<Selection> parts);
    }
}
