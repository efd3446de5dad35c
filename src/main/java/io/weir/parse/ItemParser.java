package io.weir.parse;

import io.weir.rule.DetectionItem;
import io.weir.rule.Modifier;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one line of a selection (Sigma rules specification, "Detection Item", and the modifiers appendix). */
final class ItemParser {

    /** Modifiers that need a field to look at. */
    private static final Set<Modifier> OF_FIELDS = Set.copyOf(EnumSet.of(Modifier.EXISTS, Modifier.FIELDREF));

    private final ProblemLog log;

    ItemParser(ProblemLog log) {
        this.log = log;
    }

    /** The item of a key and its values; none, and a problem in the log, if something is wrong with it. */
    Optional<DetectionItem> parse(Yaml.Entry entry) {
        int before = log.size();
        var key = ItemKey.parse(entry.key(), log);
        check(key);
        var scalars = scalars(key, entry.value());
        if (log.size() > before) {
            return Optional.empty();
        }
        return item(key, scalars, entry.key().position());
    }

    /** The item of words that are searched in all values. */
    Optional<DetectionItem> keywords(List<Yaml.Scalar> words, Position position) {
        return item(new ItemKey("", new ModifierChain(List.of())), words, position);
    }

    private Optional<DetectionItem> item(ItemKey key, List<Yaml.Scalar> scalars, Position position) {
        int before = log.size();
        var reader = new ValueReader(key, scalars.size() > 1, log);
        var values = new ArrayList<SigmaValue>();
        for (var scalar : scalars) {
            reader.read(scalar).ifPresent(values::add);
        }
        return log.size() > before
                ? Optional.empty()
                : Optional.of(new DetectionItem(key.field(), key.chain().modifiers(), values, position));
    }

    private void check(ItemKey key) {
        key.chain().conflict(key.field()).ifPresent(log::add);
        for (var use : key.chain().uses()) {
            if (key.field().isEmpty() && OF_FIELDS.contains(use.modifier())) {
                log.add(
                        ProblemCode.MODIFIER_CONFLICT,
                        use.position(),
                        "modifier '" + use.modifier().label() + "' without a field",
                        "a field before it");
            }
        }
    }

    private List<Yaml.Scalar> scalars(ItemKey key, Yaml value) {
        return value.match(new Yaml.Cases<>() {
            @Override
            public List<Yaml.Scalar> scalar(Yaml.Scalar scalar) {
                return List.of(scalar);
            }

            @Override
            public List<Yaml.Scalar> sequence(Yaml.Sequence sequence) {
                return scalarsOf(key, sequence);
            }

            @Override
            public List<Yaml.Scalar> mapping(Yaml.Mapping mapping) {
                refuse(key, mapping);
                return List.of();
            }
        });
    }

    private List<Yaml.Scalar> scalarsOf(ItemKey key, Yaml.Sequence sequence) {
        var scalars = new ArrayList<Yaml.Scalar>();
        for (var item : sequence.items()) {
            if (item instanceof Yaml.Scalar scalar) {
                scalars.add(scalar);
            } else {
                refuse(key, item);
            }
        }
        if (sequence.items().isEmpty()) {
            log.add(Problem.at(
                            ProblemCode.EMPTY_VALUE,
                            sequence.position(),
                            "an empty list under " + Quoted.of(key.described()))
                    .expecting("a value, or a list of values")
                    .fixedBy("for a field that is absent, write " + key.described() + ": null"));
        }
        return scalars;
    }

    private void refuse(ItemKey key, Yaml value) {
        log.add(
                ProblemCode.WRONG_TYPE,
                value.position(),
                value.described() + " under " + Quoted.of(key.described()),
                "a value, or a list of values");
    }
}
