package io.weir.parse;

import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleHeader;
import io.weir.rule.SigmaRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Gathers the rules, filters and problems of many files; of two with one id, the first is kept. */
final class RuleBook {

    private final List<SigmaRule> rules = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Position> taken = new HashMap<>();
    private final BiConsumer<SigmaRule, Yaml.Mapping> reader;

    RuleBook(BiConsumer<SigmaRule, Yaml.Mapping> reader) {
        this.reader = reader;
    }

    /** Parses a file. What is wrong in it is a problem of that file and touches no other. */
    void add(RuleFile file) {
        try {
            refuseUnreadable(file);
            var source = SourceDecoder.decode(file);
            var documents = DocumentSplitter.split(source);
            documents.forEach(this::add);
            if (documents.isEmpty()) {
                problems.add(Problem.at(ProblemCode.NO_RULE, Position.startOf(file.name()), "no rule in this file")
                        .expecting("a map with title, logsource, detection"));
            }
        } catch (Refusal refusal) {
            problems.add(refusal.problem());
        }
    }

    private static void refuseUnreadable(RuleFile file) throws Refusal {
        if (!file.trouble().isEmpty()) {
            var found = "the file can't be read: " + file.trouble();
            throw new Refusal(Problem.at(ProblemCode.UNREADABLE_FILE, Position.startOf(file.name()), found)
                    .expecting("a file that can be read, or none under this name"));
        }
    }

    /** The rules with the filters that are for them, whichever file came first. */
    ParsedRules close() {
        var filtered = Filters.apply(filters, rules);
        filters.forEach(filter -> problems.addAll(filter.log().problems()));
        return new ParsedRules(filtered, problems.stream().sorted().toList());
    }

    private void add(DocumentText document) {
        var log = new ProblemLog(document.source());
        YamlReader.read(document, log).ifPresentOrElse(value -> add(value, log), () -> log.isOf(document.label()));
        problems.addAll(log.problems());
    }

    private void add(Yaml value, ProblemLog log) {
        if (DocumentParser.isFilter(value)) {
            DocumentParser.parseFilter(value, log)
                    .filter(filter -> isFirst(filter.header(), value, log))
                    .ifPresent(filters::add);
        } else {
            DocumentParser.parse(value, log)
                    .filter(rule -> isFirst(rule.header(), value, log))
                    .ifPresent(rule -> {
                        rules.add(rule);
                        reader.accept(rule, (Yaml.Mapping) value);
                    });
        }
    }

    private boolean isFirst(RuleHeader header, Yaml document, ProblemLog log) {
        var place = placeOfId(document);
        var first = taken.putIfAbsent(header.id(), place);
        if (first != null) {
            log.add(Problem.at(ProblemCode.DUPLICATE_ID, place, "id '" + header.id() + "' is taken already")
                    .expecting("an id of its own; " + first.file() + ":" + first.line() + " has this one")
                    .fixedBy("write a new UUID"));
        }
        return first == null;
    }

    private static Position placeOfId(Yaml document) {
        return document instanceof Yaml.Mapping mapping
                ? mapping.find("id").map(entry -> entry.value().position()).orElse(mapping.position())
                : document.position();
    }
}
