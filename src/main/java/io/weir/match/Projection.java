package io.weir.match;

import io.weir.event.ShownText;
import io.weir.match.value.Operand;
import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionItem;
import io.weir.rule.DetectionRule;
import io.weir.rule.Selection;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of an event travels on: the fields that the rules which matched name or want shown, those that correlations over them group by or
 * look at, and a few that people always want. It follows from the event and the rules alone.
 */
final class Projection {

    /** What an analyst asks first, whatever the rule. */
    private static final List<String> CONTEXT = List.of(
            "Channel",
            "EventID",
            "Image",
            "OriginalFileName",
            "CommandLine",
            "User",
            "ProcessGuid",
            "ProcessId",
            "ParentImage",
            "ParentCommandLine",
            "ParentProcessGuid",
            "ParentProcessId",
            "NewProcessName",
            "NewProcessId",
            "ParentProcessName",
            "SubjectUserName",
            "TargetUserName",
            "Protocol",
            "Initiated",
            "SourceIp",
            "SourcePort",
            "DestinationIp",
            "DestinationPort",
            "DestinationHostname",
            "QueryName",
            "ImageLoaded",
            "TargetFilename",
            "TargetObject",
            "Details");

    private final Map<String, Set<String>> fieldsOfRules = new HashMap<>();

    Projection(Collection<DetectionRule> rules, Collection<CorrelationRule> correlations) {
        for (var rule : rules) {
            var fields = new LinkedHashSet<String>(rule.header().fields());
            rule.detection().selections().values().forEach(selection -> selection.match(new FieldsOf(fields)));
            fieldsOfRules.put(rule.header().id(), fields);
        }
        var byId = new HashMap<String, CorrelationRule>();
        correlations.forEach(rule -> byId.put(rule.header().id(), rule));
        correlations.forEach(rule -> rule.fields().forEach(name -> add(name, rule, byId)));
    }

    /** Adds a field to the detections that a correlation refers to: an alert of another one has the fields that all its events share. */
    private void add(String name, CorrelationRule correlation, Map<String, CorrelationRule> correlations) {
        for (var step : correlation.steps()) {
            var field = correlation.fieldOf(step.rule(), name);
            var inner = correlations.get(step.rule());
            if (inner == null) {
                fieldsOf(step.rule()).add(field);
            } else {
                add(field, inner, correlations);
            }
        }
    }

    private Set<String> fieldsOf(String rule) {
        return fieldsOfRules.computeIfAbsent(rule, id -> new LinkedHashSet<>());
    }

    /** The fields to show of an event that those rules matched, as they read it; name to text. */
    Map<String, String> of(List<Candidate.Hit> hits) {
        var shown = new TreeMap<String, String>();
        for (var hit : hits) {
            add(CONTEXT, hit.fields(), shown);
            add(fieldsOfRules.getOrDefault(hit.id(), Set.of()), hit.fields(), shown);
        }
        return shown;
    }

    private static void add(Collection<String> names, Fields event, Map<String, String> shown) {
        for (var name : names) {
            var text = text(event.field(name));
            if (!text.isEmpty()) {
                shown.putIfAbsent(name, text);
            }
        }
    }

    private static String text(FieldView field) {
        var values = field.values();
        return switch (values.size()) {
            case 0 -> "";
            case 1 -> ShownText.of(text(values.get(0)));
            default ->
                ShownText.of(values.stream()
                        .filter(Operand::isSomething)
                        .map(Operand::text)
                        .collect(Collectors.joining(", ")));
        };
    }

    private static String text(Operand value) {
        return value.isSomething() ? value.text() : "";
    }

    /** Gathers the fields that a selection names. */
    private record FieldsOf(Set<String> names) implements Selection.Cases<Set<String>> {
        @Override
        public Set<String> allOf(Selection.AllOf selection) {
            selection.parts().forEach(part -> part.match(this));
            return names;
        }

        @Override
        public Set<String> anyOf(Selection.AnyOf selection) {
            selection.parts().forEach(part -> part.match(this));
            return names;
        }

        @Override
        public Set<String> test(Selection.Test selection) {
            DetectionItem item = selection.item();
            if (!item.isKeyword()) {
                names.add(item.field());
            }
            return names;
        }
    }
}
