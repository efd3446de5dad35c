package io.weir.parse;

import io.weir.rule.CorrelationCondition;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The aliases of a correlation (Sigma correlation rules specification, "Field Name Aliases"), as they are read. */
final class Aliases {

    private final Map<String, Map<String, String>> fields = new LinkedHashMap<>();
    private final Map<String, Position> places = new LinkedHashMap<>();
    private final Map<String, RuleReference> mentions = new LinkedHashMap<>();
    private final ProblemLog log;

    private Aliases(ProblemLog log) {
        this.log = log;
    }

    /** The aliases of the correlation; often there are none. */
    static Aliases read(Section correlation) {
        var aliases = new Aliases(correlation.log());
        correlation
                .section("aliases")
                .ifPresent(section -> section.map().entries().forEach(aliases::add));
        return aliases;
    }

    private void add(Yaml.Entry entry) {
        var alias = entry.key();
        places.put(alias.text(), alias.position());
        if (entry.value() instanceof Yaml.Mapping mapping) {
            fields.put(alias.text(), fieldsOfRules(mapping));
        } else {
            log.add(
                    ProblemCode.WRONG_TYPE,
                    entry.value().position(),
                    "alias " + Quoted.of(alias.text()) + " is " + entry.value().described(),
                    "a map: for each rule of the correlation, its field");
        }
    }

    private Map<String, String> fieldsOfRules(Yaml.Mapping mapping) {
        var fieldsOfRules = new LinkedHashMap<String, String>();
        for (var entry : mapping.entries()) {
            var rule = entry.key();
            mentions.putIfAbsent(rule.text(), new RuleReference(rule.text(), rule.position()));
            if (entry.value() instanceof Yaml.Scalar field && !field.text().isBlank() && !field.isNull()) {
                fieldsOfRules.put(rule.text(), field.text());
            } else {
                log.add(
                        ProblemCode.WRONG_TYPE,
                        entry.value().position(),
                        "the field of rule " + Quoted.of(rule.text()) + " is "
                                + entry.value().described(),
                        "the name of a field");
            }
        }
        return fieldsOfRules;
    }

    /** Adds a problem for each alias that the correlation neither groups by nor looks at: it would have no effect. */
    void refuseUnused(Map<String, Position> groupBy, CorrelationCondition condition) {
        places.forEach((alias, place) -> {
            if (!groupBy.containsKey(alias) && !condition.fields().contains(alias)) {
                log.add(Problem.at(ProblemCode.INVALID_ALIASES, place, "alias " + Quoted.of(alias) + " is not used")
                        .expecting("an alias that is a field in 'group-by'")
                        .fixedBy("write it under group-by, or take it out"));
            }
        });
    }

    /** For each alias, what each rule calls the field. */
    Map<String, Map<String, String>> fields() {
        return fields;
    }

    /** Where each alias stands. */
    Map<String, Position> places() {
        return places;
    }

    /** The rules that the aliases name, each with its first place. */
    List<RuleReference> mentions() {
        return new ArrayList<>(mentions.values());
    }
}
