package io.weir.match;

import io.weir.event.Event;
import io.weir.rule.DetectionRule;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Tells of events why one detection rule in force matches them, and why not. Whether it does is what its matcher says, which runs in the job. */
public final class RuleExplainer {

    private final CompiledRule rule;
    private final Teller teller;

    RuleExplainer(CompiledRule rule) {
        this.rule = rule;
        this.teller = TellerCompiler.compile(
                rule.rule().detection(), new RuleProblems(rule.rule().header()));
    }

    /**
     * What of the rule an event fulfils.
     *
     * @param matches whether the rule matches the event
     * @param whole the rule's condition
     * @param why where it matches, which values fitted; else none are told
     */
    public record Explanation(boolean matches, Part whole, RuleMatch why) {}

    public DetectionRule rule() {
        return rule.rule();
    }

    /**
     * What of the rule the event fulfils, or none where the event is not of the rule's log source. Where it is of several sources, the one under
     * which it comes closest.
     */
    public Optional<Explanation> explain(Event event) {
        var own = new EventFields(event);
        return rule.routes().stream()
                .filter(route -> isOf(route, event, own))
                .map(route -> explain(MappedFields.of(own, route.names())))
                .min(Comparator.comparing((Explanation told) -> !told.matches())
                        .thenComparingInt(told -> told.whole().distance()));
    }

    private static boolean isOf(Route route, Event event, Fields own) {
        return route.takesChannel(event.channel().toLowerCase(Locale.ROOT))
                && route.takesId(event.eventId())
                && route.admits(event, own);
    }

    private Explanation explain(Fields event) {
        boolean matches = rule.matcher().matches(event);
        var reasons = new Reasons();
        if (matches) {
            rule.matcher().explain(event, reasons);
        }
        return new Explanation(
                matches,
                teller.of(event),
                new RuleMatch(rule.id(), rule.rule().header().hash(), reasons.list()));
    }
}
