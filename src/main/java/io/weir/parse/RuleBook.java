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

/** Gathers the rules, filters and problems of many files; of two with one id, the first is kept. */
final class RuleBook {

    private final List<SigmaRule> rules = new ArrayList<>();
    private final List<RuleHeader> refused = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Position> taken = new HashMap<>();
    private final RuleReader reader;

    RuleBook(RuleReader reader) {
        this.reader = reader;
    }

    /** Takes in what one file says. */
    void add(ParsedFile file) {
        problems.addAll(file.problems());
        file.documents().forEach(this::add);
    }

    /** The rules with the filters that are for them, whichever file came first. */
    ParsedRules close() {
        var filtered = Filters.apply(filters, rules, refused);
        filters.forEach(filter -> problems.addAll(filter.log().problems()));
        return new ParsedRules(filtered, refused, problems.stream().sorted().toList());
    }

    private void add(ParsedDocument document) {
        document.filter().filter(filter -> isFirst(filter.header(), document)).ifPresent(filter -> {
            filters.add(filter);
            reader.filter(filter.asRule(), (Yaml.Mapping) document.yaml());
        });
        document.rule().filter(rule -> isFirst(rule.header(), document)).ifPresent(rule -> {
            rules.add(rule);
            reader.rule(rule, (Yaml.Mapping) document.yaml());
        });
        document.refused().ifPresent(refused::add);
        problems.addAll(document.log().problems());
    }

    private boolean isFirst(RuleHeader header, ParsedDocument document) {
        var place = placeOfId(document.yaml());
        var first = taken.putIfAbsent(header.id(), place);
        if (first != null) {
            document.log()
                    .add(Problem.at(ProblemCode.DUPLICATE_ID, place, "id '" + header.id() + "' is taken already")
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
