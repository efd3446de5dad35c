package io.weir.correlate;

import static java.util.Comparator.comparing;

import io.weir.event.ProcessFacts.Life;
import io.weir.event.Stamp;
import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import io.weir.rule.Link;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** All that one group of a correlation has seen, and what of it makes an alert, by trying everything. */
final class PlainGroup {

    /** One event as the group sees it: what its process is called, its time, and whether a cause has moved it. */
    record Seen(Witness witness, String process, Stamp time, boolean moved, Set<Integer> steps, List<String> value) {

        String id() {
            return witness.event().event().identity().id();
        }

        long micros() {
            return time.micros();
        }
    }

    /** What makes an alert. */
    record Found(List<Seen> evidence, String measured) {}

    private final CorrelationRule rule;
    private final PlainCondition condition;
    private final String meaning;
    private final Map<String, String> shown;
    private final String process;
    private final long timespan;
    private final List<Seen> all = new ArrayList<>();

    PlainGroup(PlainCondition condition, String meaning, Map<String, String> shown, String process) {
        this.rule = condition.rule();
        this.condition = condition;
        this.meaning = meaning;
        this.shown = shown;
        this.process = process;
        this.timespan = rule.timespan().micros();
    }

    String meaning() {
        return meaning;
    }

    Map<String, String> shown() {
        return shown;
    }

    /** Adds an event: one of a descendant, where there is an order, only if it may be more than the beginning. */
    void add(Seen seen) {
        var steps = new TreeSet<>(seen.steps());
        if (!isOwn(seen) && rule.type() == CorrelationType.TEMPORAL_ORDERED) {
            steps.removeIf(step -> !condition.mayFollow(step));
        }
        if (!steps.isEmpty()) {
            all.add(new Seen(seen.witness(), seen.process(), seen.time(), seen.moved(), steps, seen.value()));
        }
    }

    /** What makes alerts. */
    List<Found> evidence() {
        var sorted = all.stream()
                .sorted(comparing(Seen::micros).thenComparing(Seen::id))
                .toList();
        return condition.settles() ? windows(sorted) : episodes(sorted);
    }

    private boolean isOwn(Seen seen) {
        return rule.link() == Link.NONE || seen.process().equals(process);
    }

    /** What an event makes true: since when, and by which events. */
    private record Truth(long since, Found found) {}

    private List<Found> episodes(List<Seen> sorted) {
        var found = new ArrayList<Found>();
        long start = 0;
        long trueUntil = 0;
        long slot = -1;
        for (var event : sorted) {
            var truth = truth(sorted, event);
            if (truth.isEmpty()) {
                continue;
            }
            long now = event.micros();
            boolean fresh = slot < 0 || now - trueUntil > timespan;
            long reached = fresh ? 0 : (now - start) / timespan;
            if (fresh || reached > slot) {
                found.add(truth.get().found());
            }
            start = fresh ? now : start;
            slot = fresh ? 0 : Math.max(slot, reached);
            long until = Math.max(now, truth.get().since() + timespan);
            trueUntil = fresh ? until : Math.max(trueUntil, until);
        }
        return found;
    }

    private Optional<Truth> truth(List<Seen> sorted, Seen event) {
        if (rule.type() == CorrelationType.TEMPORAL_ORDERED) {
            return condition.choices().stream()
                    .flatMap(choice -> latest(sorted, event, choice, event.micros() - timespan).stream())
                    .map(sequence -> new Truth(sequence.get(0).micros(), new Found(sequence, "")))
                    .reduce((one, next) -> next.since() > one.since() ? next : one);
        }
        var window = sorted.subList(0, sorted.indexOf(event) + 1).stream()
                .filter(one -> one.micros() >= event.micros() - timespan)
                .toList();
        if (!holds(window)) {
            return Optional.empty();
        }
        int from = IntStream.iterate(window.size() - 1, i -> i - 1)
                .filter(i -> holds(window.subList(i, window.size())))
                .findFirst()
                .orElseThrow();
        return Optional.of(new Truth(window.get(from).micros(), found(window, window.subList(from, window.size()))));
    }

    private boolean holds(List<Seen> window) {
        return rule.type() == CorrelationType.TEMPORAL
                ? condition.isFulfilledBy(steps(window))
                : condition.compares(measure(window));
    }

    private static Set<Integer> steps(List<Seen> window) {
        var steps = new TreeSet<Integer>();
        window.forEach(one -> steps.addAll(one.steps()));
        return steps;
    }

    private BigDecimal measure(List<Seen> window) {
        return switch (rule.type()) {
            case EVENT_COUNT -> BigDecimal.valueOf(window.size());
            case VALUE_COUNT ->
                BigDecimal.valueOf(window.stream().map(Seen::value).distinct().count());
            case VALUE_SUM -> sum(window);
            case VALUE_AVG -> sum(window).divide(BigDecimal.valueOf(window.size()), new MathContext(100));
            case VALUE_PERCENTILE -> percentile(window);
            case TEMPORAL -> BigDecimal.valueOf(steps(window).size());
            case TEMPORAL_ORDERED -> throw new IllegalStateException("sequences are looked for elsewhere");
        };
    }

    private static BigDecimal sum(List<Seen> window) {
        var sum = BigDecimal.ZERO;
        for (var one : window) {
            sum = sum.add(new BigDecimal(one.value().get(0)));
        }
        return sum;
    }

    /** The least of the numbers below or at which enough of them lie. */
    private BigDecimal percentile(List<Seen> window) {
        var percent = ((CorrelationCondition.Measured) rule.condition()).percentile();
        var numbers =
                window.stream().map(one -> new BigDecimal(one.value().get(0))).toList();
        return numbers.stream()
                .sorted()
                .filter(candidate -> {
                    long upTo = numbers.stream()
                            .filter(number -> number.compareTo(candidate) <= 0)
                            .count();
                    return BigDecimal.valueOf(100 * upTo)
                                    .compareTo(percent.multiply(BigDecimal.valueOf(numbers.size())))
                            >= 0;
                })
                .findFirst()
                .orElseThrow();
    }

    /**
     * What an alert shows.
     *
     * @param window all of it
     * @param needed no more of its latest events than make the condition true
     */
    private Found found(List<Seen> window, List<Seen> needed) {
        return switch (rule.type()) {
            case EVENT_COUNT, VALUE_SUM -> new Found(needed, text(measure(needed)));
            case VALUE_AVG, VALUE_PERCENTILE ->
                new Found(needed, text(measure(needed).round(MathContext.DECIMAL64)));
            case VALUE_COUNT -> {
                var firsts = new HashMap<List<String>, Seen>();
                window.forEach(one -> firsts.putIfAbsent(one.value(), one));
                var evidence = window.stream()
                        .filter(one -> firsts.containsValue(one)
                                || (!condition.settles() && one.equals(window.get(window.size() - 1))))
                        .toList();
                yield new Found(evidence, text(measure(window)));
            }
            case TEMPORAL -> {
                var latest = new TreeMap<Integer, Seen>();
                window.forEach(one -> one.steps().forEach(step -> latest.put(step, one)));
                boolean counted = rule.condition() instanceof CorrelationCondition.Measured;
                yield new Found(
                        List.copyOf(new LinkedHashSet<>(latest.values())), counted ? text(measure(window)) : "");
            }
            case TEMPORAL_ORDERED -> throw new IllegalStateException("sequences are looked for elsewhere");
        };
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private List<Found> windows(List<Seen> sorted) {
        var found = new ArrayList<Found>();
        var rest = sorted;
        while (!rest.isEmpty()) {
            long end = rest.get(0).micros() + timespan;
            var window = rest.stream().filter(one -> one.micros() <= end).toList();
            settled(window).ifPresent(found::add);
            rest = rest.stream().filter(one -> one.micros() > end).toList();
        }
        return found;
    }

    private Optional<Found> settled(List<Seen> window) {
        if (rule.type() == CorrelationType.TEMPORAL_ORDERED) {
            return rule.condition() instanceof CorrelationCondition.Extended ? sequence(window) : longest(window);
        }
        return holds(window) ? Optional.of(found(window, window)) : Optional.empty();
    }

    private Optional<Found> sequence(List<Seen> window) {
        var steps = steps(window);
        return condition.choices().stream()
                .filter(choice -> choice.no().stream().noneMatch(steps::contains))
                .flatMap(choice -> last(window, choice).stream())
                .findFirst()
                .map(sequence -> new Found(sequence, ""));
    }

    private Optional<Found> longest(List<Seen> window) {
        int steps = rule.steps().size();
        return IntStream.range(1, 1 << steps)
                .mapToObj(mask -> {
                    var choice = new PlainCondition.Choice(new TreeSet<>(), new TreeSet<>());
                    IntStream.range(0, steps)
                            .filter(step -> (mask >> step & 1) == 1)
                            .forEach(choice.yes()::add);
                    return choice;
                })
                .sorted(Comparator.<PlainCondition.Choice>comparingInt(
                                choice -> -choice.yes().size())
                        .thenComparing(choice -> choice.yes().toString()))
                .flatMap(choice -> last(window, choice).stream())
                .findFirst()
                .filter(sequence -> condition.compares(BigDecimal.valueOf(sequence.size())))
                .map(sequence -> new Found(sequence, Integer.toString(sequence.size())));
    }

    private Optional<List<Seen>> last(List<Seen> window, PlainCondition.Choice choice) {
        return IntStream.iterate(window.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> latest(window, window.get(i), choice, Long.MIN_VALUE))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** By trying everything: of all sequences that end with the event, the one whose events, from the last backward, are the latest. */
    private Optional<List<Seen>> latest(List<Seen> sorted, Seen end, PlainCondition.Choice choice, long oldest) {
        var steps = List.copyOf(choice.yes());
        return end.steps().contains(steps.get(steps.size() - 1))
                ? latest(sorted, List.of(end), steps, oldest)
                : Optional.empty();
    }

    private Optional<List<Seen>> latest(List<Seen> sorted, List<Seen> tail, List<Integer> steps, long oldest) {
        var first = tail.get(0);
        if (tail.size() == steps.size()) {
            return isOwn(first) ? Optional.of(tail) : Optional.empty();
        }
        int step = steps.get(steps.size() - tail.size() - 1);
        for (int i = sorted.size() - 1; i >= 0; i--) {
            var candidate = sorted.get(i);
            boolean isTaken = tail.stream().anyMatch(one -> one.id().equals(candidate.id()));
            if (candidate.steps().contains(step)
                    && candidate.micros() >= oldest
                    && !isTaken
                    && before(candidate, first)) {
                var longer = new ArrayList<>(List.of(candidate));
                longer.addAll(tail);
                var whole = latest(sorted, longer, steps, oldest);
                if (whole.isPresent()) {
                    return whole;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean before(Seen one, Seen other) {
        long unit = Math.max(one.time().precisionMicros(), other.time().precisionMicros());
        long first = Math.floorDiv(one.micros(), unit);
        long second = Math.floorDiv(other.micros(), unit);
        return first == second ? tied(one, other) : first < second;
    }

    private static boolean tied(Seen one, Seen other) {
        var a = one.witness().event().event();
        var b = other.witness().event().event();
        boolean startA = a.process().life() == Life.START;
        boolean startB = b.process().life() == Life.START;
        if (!one.process().isEmpty() && one.process().equals(other.process()) && startA != startB) {
            return startA;
        }
        boolean sameSource = a.channel().equals(b.channel()) && a.host().equals(b.host());
        if (sameSource && !one.moved() && !other.moved() && a.recordNumber() >= 0 && b.recordNumber() >= 0) {
            return a.recordNumber() < b.recordNumber();
        }
        return true;
    }
}
