package io.weir.parse;

import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the rules and problems of many files; of two rules with one id, the first is kept. */
final class RuleBook {

    private final List<SigmaRule> rules = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Position> taken = new HashMap<>();

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

    ParsedRules close() {
        return new ParsedRules(rules, problems.stream().sorted().toList());
    }

    private void add(DocumentText document) {
        var log = new ProblemLog(document.source());
        YamlReader.read(document, log).ifPresentOrElse(value -> add(value, log), () -> log.isOf(document.label()));
        problems.addAll(log.problems());
    }

    private void add(Yaml value, ProblemLog log) {
        Optional<SigmaRule> rule = DocumentParser.parse(value, log);
        rule.ifPresent(parsed -> {
            var id = parsed.header().id();
            var place = placeOfId(value);
            var first = taken.putIfAbsent(id, place);
            if (first == null) {
                rules.add(parsed);
            } else {
                log.add(Problem.at(ProblemCode.DUPLICATE_ID, place, "id '" + id + "' is taken already")
                        .expecting("an id of its own; " + first.file() + ":" + first.line() + " has this one")
                        .fixedBy("write a new UUID"));
            }
        });
    }

    private static Position placeOfId(Yaml rule) {
        return rule instanceof Yaml.Mapping mapping
                ? mapping.find("id").map(entry -> entry.value().position()).orElse(mapping.position())
                : rule.position();
    }
}
