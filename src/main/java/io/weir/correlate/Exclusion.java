package io.weir.correlate;

import io.weir.alert.Lineage;
import io.weir.correlate.Inquest.Observed;
import io.weir.correlate.KeptOut.Reason;
import io.weir.match.MatchedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which matches came to no group of a correlation, and why. */
final class Exclusion {

    private final Correlation correlation;
    private final List<Observed> observed;
    private final Set<String> placed = new HashSet<>();
    private final Map<String, Witness> witnesses;
    private final Map<String, Integer> matched;
    private final Map<KeptOut, Integer> counts = new TreeMap<>(Comparator.comparing(KeptOut::reason)
            .thenComparing(KeptOut::rule)
            .thenComparing(KeptOut::detail));

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
                all.add(new KeptOut(Reason.NEVER_MATCHED, rule, "", 0));
            }
        });
        counts.forEach((one, count) -> all.add(new KeptOut(one.reason(), one.rule(), one.detail(), count)));
        if (noRoom > 0) {
            all.add(new KeptOut(Reason.NO_ROOM, correlation.id(), "", noRoom));
        }
        return all;
    }

    private void look(Observed one) {
        IntStream.range(0, correlation.rule().steps().size())
                .filter(step -> one.event().matches().stream()
                        .anyMatch(match -> match.rule().equals(rule(step))))
                .forEach(step -> reason(one, step).ifPresent(kept -> counts.merge(kept, 1, Integer::sum)));
    }

    private String rule(int step) {
        return correlation.rule().steps().get(step).rule();
    }

    private Optional<KeptOut> reason(Observed one, int step) {
        return switch (one.fate()) {
            case DUPLICATE, IDLE -> Optional.empty();
            case LATE -> kept(Reason.LATE, step, "");
            case QUARANTINED -> kept(Reason.CLOCK_AHEAD, step, "");
            case TIMELESS -> kept(Reason.NO_TIME, step, "");
            case CORRELATED -> placed.contains(HostRules.id(one.event()))
                    ? Optional.empty()
                    : ofCorrelated(one.event(), step);
        };
    }

    private Optional<KeptOut> kept(Reason reason, int step, String detail) {
        return Optional.of(new KeptOut(reason, rule(step), detail, 1));
    }

    private Optional<KeptOut> ofCorrelated(MatchedEvent event, int step) {
        var absent = firstAbsent(correlation.rule().groupBy(), event, step);
        if (absent.isPresent()) {
            return kept(Reason.FIELD_ABSENT, step, absent.get());
        }
        var fields = correlation.rule().condition().fields();
        var uncounted = firstAbsent(fields, event, step);
        if (uncounted.isPresent()) {
            return kept(Reason.VALUE_ABSENT, step, uncounted.get());
        }
        if (correlation.lacksANumber(event)) {
            return kept(Reason.NO_NUMBER, step, String.join(", ", fields));
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
            return kept(Reason.NO_PROCESS, step, "");
        }
        return kept(isRootUnknown(event) ? Reason.ANCESTRY_UNKNOWN : Reason.NO_LINK, step, "");
    }

    private boolean isRootUnknown(MatchedEvent event) {
        var witness = witnesses.get(HostRules.id(event));
        return witness != null && witness.lineage().stream().anyMatch(lineage -> lineage.end() == Lineage.End.MISSING);
    }
}
