package io.weir.cli;

import io.weir.correlate.KeptOut;
import io.weir.correlate.Shortfall;
import io.weir.match.RuleSet;
import java.util.List;
import java.util.stream.Collectors;

/** What a correlation lacked, in words. */
record ShortfallText(RuleSet rules) implements Shortfall.Cases<String> {

    private String quoted(List<String> ids) {
        return ids.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    private String quoted(String id) {
        return "'" + PartText.shown(WhyPrinter.title(rules, id)) + "'";
    }

    @Override
    public String missing(Shortfall.Missing shortfall) {
        int all = shortfall.there().size() + shortfall.missing().size();
        return "no match of " + quoted(shortfall.missing()) + " ("
                + shortfall.there().size() + " of " + all + " rules)";
    }

    @Override
    public String tooLong(Shortfall.TooLong shortfall) {
        return "too late: " + Stretch.of(shortfall.over()) + " after the timespan of "
                + Stretch.of(shortfall.micros() - shortfall.over());
    }

    @Override
    public String wrongOrder(Shortfall.WrongOrder shortfall) {
        return "wrong order: " + quoted(shortfall.then()) + " came "
                + (shortfall.micros() == 0 ? "" : Stretch.of(shortfall.micros()) + " ") + "before "
                + quoted(shortfall.first());
    }

    @Override
    public String unwanted(Shortfall.Unwanted shortfall) {
        return quoted(shortfall.rule()) + " matched, too, and must not";
    }

    @Override
    public String amount(Shortfall.Amount shortfall) {
        return "measured " + shortfall.measured() + " (" + PartText.shown(shortfall.of()) + "), wanted "
                + String.join(" and ", shortfall.wanted()) + ", in the window that came nearest";
    }

    /** Why matches came to no group. */
    String keptOut(KeptOut kept) {
        return kept.events() + (kept.events() == 1 ? " match of " : " matches of ") + quoted(kept.rule()) + ": "
                + reason(kept);
    }

    private static String reason(KeptOut kept) {
        return switch (kept.reason()) {
            case NEVER_MATCHED -> "no event matches the rule";
            case FIELD_ABSENT -> "the group-by field " + PartText.shown(kept.detail()) + " is absent";
            case VALUE_ABSENT ->
                "the field " + PartText.shown(kept.detail()) + ", which is counted or measured, is absent";
            case NO_NUMBER -> PartText.shown(kept.detail()) + " is no number, or one below zero";
            case NO_PROCESS -> "the event names no process, and the correlation has a link";
            case NO_LINK -> "no link: neither its process nor one that led to it matched the first step";
            case ANCESTRY_UNKNOWN ->
                "no link: nothing that is known of its process matched the first step, and the start of a process that led to it was not seen";
            case CLOCK_AHEAD ->
                "the clock is ahead of the arrival, by " + Stretch.of(kept.micros())
                        + " or more beyond what is tolerated; such events never correlate";
            case LATE -> "late, by " + Stretch.of(kept.micros()) + " or more beyond --lateness";
            case NO_TIME -> "the event has no time; such events never correlate";
            case NO_ROOM -> "a bound of the state was reached";
        };
    }
}
