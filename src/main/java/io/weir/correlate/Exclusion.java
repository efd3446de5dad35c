package io.weir.correlate;

import io.weir.alert.Lineage;
import io.weir.correlate.Inquest.Observed;
import io.weir.correlate.KeptOut.Reason;
import io.weir.match.MatchedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Which matches came to no group of a correlation, and why. */
final class Exclusion {

    private final Correlation correlation;
    private final List<Observed> observed;
    private final Set<String> placed = new HashSet<>();
    private final Map<String, Witness> witnesses;
    private final Map<String, Integer> matched;
    private final Map<List<String>, KeptOut> found = new LinkedHashMap<>();

    Exclusion(
            Correlation correlation,
            List<Observed> observed,
            Collection<List<Placed>> places,
            Map<String, Witness> witnesses,
            Map<String, Integer> matched) {
        this.correlation = correlation;
        this.observed = observed;
        this.witnesses = witnesses;
        this.matched = matched;
        places.forEach(group -> group.forEach(event -> placed.add(event.event())));
    }

    List<KeptOut> list(int noRoom) {
        observed.forEach(this::look);
        var all = new ArrayList<KeptOut>();
        matched.forEach((rule, count) -> {
            if (count == 0) {
                all.add(KeptOut.without(Reason.NEVER_MATCHED, rule, 0));
            }
        });
        all.addAll(found.values());
        if (noRoom > 0) {
            all.add(KeptOut.without(Reason.NO_ROOM, correlation.id(), noRoom));
        }
        return all;
    }

    private void look(Observed one) {
        IntStream.range(0, correlation.rule().steps().size())
                .filter(step -> isFirstOfItsRule(step)
                        && one.event().matches().stream()
                                .anyMatch(match -> match.rule().equals(rule(step))))
                .forEach(step -> reason(one, step)
                        .ifPresent(kept -> found.merge(
                                List.of(kept.reason().name(), kept.rule(), kept.detail()), kept, KeptOut::and)));
    }

    /** What keeps a match out is the same at each step of its rule, and the match is one. */
    private boolean isFirstOfItsRule(int step) {
        return IntStream.range(0, step).noneMatch(earlier -> rule(earlier).equals(rule(step)));
    }

    private String rule(int step) {
        return correlation.rule().steps().get(step).rule();
    }

    private Optional<KeptOut> reason(Observed one, int step) {
        var event = one.event();
        return switch (one.fate()) {
            case DUPLICATE, IDLE -> Optional.empty();
            case LATE -> kept(Reason.LATE, event, step, "", one.behind());
            case QUARANTINED -> kept(Reason.CLOCK_AHEAD, event, step, "", ahead(event));
            case TIMELESS -> kept(Reason.NO_TIME, event, step, "", 0);
            case CORRELATED -> placed.contains(HostRules.id(event)) ? Optional.empty() : ofCorrelated(event, step);
        };
    }

    private static long ahead(MatchedEvent event) {
        var facts = event.event();
        return facts.time().micros() - facts.arrival().micros() - Horizons.micros(Horizons.CLOCK_TOLERANCE);
    }

    private Optional<KeptOut> kept(Reason reason, MatchedEvent event, int step, String detail, long micros) {
        var example = Sighting.of(event.event(), List.of(rule(step)));
        return Optional.of(new KeptOut(reason, rule(step), detail, 1, micros, List.of(example)));
    }

    private Optional<KeptOut> ofCorrelated(MatchedEvent event, int step) {
        var absent = firstAbsent(correlation.rule().groupBy(), event, step);
        if (absent.isPresent()) {
            return kept(Reason.FIELD_ABSENT, event, step, absent.get(), 0);
        }
        var fields = correlation.rule().condition().fields();
        var uncounted = firstAbsent(fields, event, step);
        if (uncounted.isPresent()) {
            return kept(Reason.VALUE_ABSENT, event, step, uncounted.get(), 0);
        }
        if (correlation.lacksANumber(event)) {
            return kept(Reason.NO_NUMBER, event, step, String.join(", ", fields), 0);
        }
        return correlation.isLinked() ? unlinked(event, step) : Optional.empty();
    }

    private Optional<String> firstAbsent(List<String> names, MatchedEvent event, int step) {
        return names.stream()
                .map(name -> correlation.rule().fieldOf(rule(step), name))
                .filter(field -> !event.event().fields().containsKey(field))
                .findFirst();
    }

    private Optional<KeptOut> unlinked(MatchedEvent event, int step) {
        if (event.event().process().guid().isEmpty()) {
            return kept(Reason.NO_PROCESS, event, step, "", 0);
        }
        return kept(isRootUnknown(event) ? Reason.ANCESTRY_UNKNOWN : Reason.NO_LINK, event, step, "", 0);
    }

    private boolean isRootUnknown(MatchedEvent event) {
        var witness = witnesses.get(HostRules.id(event));
        return witness != null && witness.lineage().stream().anyMatch(lineage -> lineage.end() == Lineage.End.MISSING);
    }
}
