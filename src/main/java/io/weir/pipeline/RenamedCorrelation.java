package io.weir.pipeline;

import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationPlaces;
import io.weir.rule.CorrelationRule;
import io.weir.rule.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A correlation with other names of fields. A name that is an alias stays; what it stands for is renamed. */
final class RenamedCorrelation {

    private final CorrelationRule rule;
    private final Names names;
    private final Map<String, Position> places;

    /** What a field is called from now on. */
    interface Names {
        List<String> of(String field) throws Unfit;
    }

    RenamedCorrelation(CorrelationRule rule, Names names) {
        this.rule = rule;
        this.names = names;
        this.places = new LinkedHashMap<>(rule.places().fields());
    }

    CorrelationRule rule() throws Unfit {
        var aliases = rule.groupBy().isEmpty() ? rule.aliases() : aliases();
        var groupBy = groupBy();
        var condition = condition();
        var before = rule.places();
        var after = new CorrelationPlaces(before.condition(), before.timespan(), places, before.mentions());
        return rule.naming(groupBy, aliases, condition, after);
    }

    private Map<String, Map<String, String>> aliases() throws Unfit {
        var aliases = new LinkedHashMap<String, Map<String, String>>();
        for (var alias : rule.aliases().entrySet()) {
            var fields = new LinkedHashMap<String, String>();
            for (var field : alias.getValue().entrySet()) {
                fields.put(field.getKey(), one(field.getValue(), rule.places().field(alias.getKey())));
            }
            aliases.put(alias.getKey(), fields);
        }
        return aliases;
    }

    private List<String> groupBy() throws Unfit {
        var fields = new ArrayList<String>();
        for (var field : rule.groupBy()) {
            Bounds.addTo(
                    fields,
                    isAlias(field) ? List.of(field) : renamed(field),
                    rule.places().field(field));
        }
        return fields;
    }

    private CorrelationCondition condition() throws Unfit {
        if (!(rule.condition() instanceof CorrelationCondition.Measured measured)) {
            return rule.condition();
        }
        var fields = new ArrayList<String>();
        for (var field : measured.fields()) {
            fields.add(isAlias(field) ? field : one(field, rule.places().field(field)));
        }
        return new CorrelationCondition.Measured(measured.comparisons(), fields, measured.percentile());
    }

    private boolean isAlias(String field) {
        return rule.aliases().containsKey(field);
    }

    private String one(String field, Position place) throws Unfit {
        var renamed = renamed(field);
        if (renamed.size() != 1) {
            throw new Unfit(place, "field '" + field + "' has to have one name here, and is mapped to " + renamed, "");
        }
        return Bounds.name(renamed.get(0), place);
    }

    private List<String> renamed(String field) throws Unfit {
        var renamed = names.of(field);
        var place = rule.places().field(field);
        renamed.forEach(name -> places.putIfAbsent(name, place));
        return renamed;
    }
}
