package io.weir.cli;

import io.weir.check.LoadedRules;
import io.weir.event.Event;
import io.weir.event.Stamp;
import io.weir.match.MatchedEvent;
import io.weir.match.MatchedField;
import io.weir.match.RuleMatch;
import io.weir.rule.Printable;
import java.util.Optional;

/** Matches for people: when and where, then each rule with its level, then what of the event fitted which part of the rule. */
final class TextMatchPrinter implements MatchPrinter {

    private static final int WIDEST_VALUE = 200;

    private final LoadedRules rules;

    TextMatchPrinter(LoadedRules rules) {
        this.rules = rules;
    }

    @Override
    public Optional<String> show(Place place, Event event) {
        return rules.rules()
                .observe(event)
                .filter(observed -> !observed.matches().isEmpty())
                .map(observed -> text(place, observed));
    }

    private String text(Place place, MatchedEvent observed) {
        var text = new StringBuilder();
        text.append(when(observed.event().time())).append("  ");
        text.append(host(observed.event().host().name())).append("  ");
        text.append(Printable.of(place.toString()));
        observed.matches().forEach(match -> append(match, text));
        return text.toString();
    }

    private static String when(Stamp time) {
        return time.isKnown() ? time.iso() : "no time";
    }

    private static String host(String name) {
        return name.isEmpty() ? "no host" : Printable.of(name);
    }

    private void append(RuleMatch match, StringBuilder text) {
        var rule = rules.rules().rule(match.rule()).orElseThrow().header();
        text.append(String.format("%n  %-13s  ", rule.level().label()));
        text.append(Printable.of(rule.label()));
        match.matched().forEach(field -> append(field, text));
    }

    private static void append(MatchedField field, StringBuilder text) {
        text.append(String.format("%n  %-13s    ", ""));
        text.append(Printable.of(name(field)))
                .append(" '")
                .append(shown(field.pattern()))
                .append("'");
        if (!field.value().equals(field.pattern())) {
            text.append(" in ").append(shown(field.value()));
        }
    }

    private static String name(MatchedField field) {
        var name = field.field().isEmpty() ? "keyword" : field.field();
        return field.modifiers().isEmpty() ? name : name + "|" + field.modifiers();
    }

    private static String shown(String text) {
        int most = Math.min(text.length(), WIDEST_VALUE);
        return Printable.of(text.substring(0, most)) + (most < text.length() ? "…" : "");
    }
}
