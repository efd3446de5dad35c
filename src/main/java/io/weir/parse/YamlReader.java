package io.weir.parse;

import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Builds the values of one document from SnakeYAML's events. No object is constructed and nothing is resolved but what rules need; the
 * depth and the number of values, aliases followed, are bounded.
 */
final class YamlReader {

    /** How deep values may nest, the document itself included. */
    static final int DEEPEST = 50;

    /** How many values a document may have once its aliases are followed. */
    static final int MOST_VALUES = 100_000;

    private final DocumentText document;
    private final ProblemLog log;
    private final Parser events;
    private final Map<String, Yaml> anchors = new HashMap<>();
    private int values;

    private YamlReader(DocumentText document, ProblemLog log) {
        this.document = document;
        this.log = log;
        this.events = new ParserImpl(new StreamReader(document.text()), new LoaderOptions());
    }

    /** The document's value; none, and a problem in the log, if it is not YAML or too large. */
    static Optional<Yaml> read(DocumentText document, ProblemLog log) {
        try {
            Unprintable.refuse(document);
            return new YamlReader(document, log).root();
        } catch (MarkedYAMLException notYaml) {
            log.add(SyntaxLetter.of(notYaml, document));
        } catch (YAMLException notYaml) {
            log.add(ProblemCode.YAML_SYNTAX, document.position(0, 0), "this is not YAML: " + notYaml.getMessage(), "");
        } catch (Refusal refusal) {
            log.add(refusal.problem());
        }
        return Optional.empty();
    }

    private Optional<Yaml> root() throws Refusal {
        events.getEvent();
        if (!events.checkEvent(Event.ID.DocumentStart)) {
            return Optional.empty();
        }
        events.getEvent();
        var root = value(1);
        events.getEvent();
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw new Refusal(Problem.at(
                            ProblemCode.YAML_SYNTAX,
                            at(events.getEvent().getStartMark()),
                            "text after the end of the document")
                    .expecting("--- on a line of its own between documents"));
        }
        return Optional.of(root);
    }

    private Yaml value(int depth) throws Refusal {
        var event = events.getEvent();
        if (event instanceof AliasEvent alias) {
            return followed(alias, depth);
        }
        var place = at(event.getStartMark());
        count(place, depth);
        var value = built(event, place, depth);
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            anchors.put(node.getAnchor(), value);
        }
        return value;
    }

    private Yaml built(Event event, Position place, int depth) throws Refusal {
        if (event instanceof ScalarEvent scalar) {
            return ScalarReader.read(scalar, place, log);
        } else if (event instanceof SequenceStartEvent sequence) {
            return sequence(sequence, place, depth);
        } else if (event instanceof MappingStartEvent mapping) {
            return mapping(mapping, place, depth);
        }
        throw new IllegalStateException("the parser gave " + event + " where a value begins");
    }

    private Yaml sequence(SequenceStartEvent start, Position place, int depth) throws Refusal {
        checkTag(start, place, "tag:yaml.org,2002:seq");
        var items = new ArrayList<Yaml>();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            items.add(value(depth + 1));
        }
        events.getEvent();
        return new Yaml.Sequence(items, place);
    }

    private Yaml mapping(MappingStartEvent start, Position place, int depth) throws Refusal {
        checkTag(start, place, "tag:yaml.org,2002:map");
        var entries = new MappingBuilder(log);
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            var key = value(depth + 1);
            entries.add(key, value(depth + 1));
        }
        events.getEvent();
        return entries.build(place);
    }

    private void checkTag(CollectionStartEvent start, Position place, String usual) {
        if (start.getTag() != null
                && !start.getTag().equals("!")
                && !start.getTag().equals(usual)) {
            log.add(ProblemCode.YAML_TAG, place, "tag " + Quoted.of(start.getTag()) + " on a value", "no tag");
        }
    }

    private Yaml followed(AliasEvent alias, int depth) throws Refusal {
        var place = at(alias.getStartMark());
        var value = anchors.get(alias.getAnchor());
        if (value == null) {
            var name = Quoted.of("*" + alias.getAnchor());
            throw new Refusal(
                    Problem.at(ProblemCode.YAML_SYNTAX, place, "alias " + name + " of an anchor that is not there")
                            .expecting("the anchor before it, or quotes around a text that begins with *")
                            .fixedBy("write " + name));
        }
        countAgain(value, place, depth);
        return value;
    }

    /** Counts the values that an alias stands for as if they were written there, so that aliases of aliases cannot explode. */
    private void countAgain(Yaml value, Position alias, int depth) throws Refusal {
        count(alias, depth);
        for (var part : parts(value)) {
            countAgain(part, alias, depth + 1);
        }
    }

    private static List<Yaml> parts(Yaml value) {
        return value.match(new Yaml.Cases<>() {
            @Override
            public List<Yaml> scalar(Yaml.Scalar scalar) {
                return List.of();
            }

            @Override
            public List<Yaml> sequence(Yaml.Sequence sequence) {
                return sequence.items();
            }

            @Override
            public List<Yaml> mapping(Yaml.Mapping mapping) {
                var parts = new ArrayList<Yaml>();
                for (var entry : mapping.entries()) {
                    parts.add(entry.key());
                    parts.add(entry.value());
                }
                return parts;
            }
        });
    }

    private void count(Position place, int depth) throws Refusal {
        if (depth > DEEPEST) {
            throw new Refusal(Problem.at(ProblemCode.TOO_LARGE, place, "values nested more than " + DEEPEST + " deep")
                    .expecting("at most " + DEEPEST + " lists and maps inside each other"));
        }
        if (++values > MOST_VALUES) {
            throw new Refusal(Problem.at(
                            ProblemCode.TOO_LARGE,
                            place,
                            "a document of more than " + MOST_VALUES + " values, aliases followed")
                    .expecting("at most " + MOST_VALUES));
        }
    }

    private Position at(Mark mark) {
        return document.position(mark.getLine(), mark.getColumn());
    }
}
