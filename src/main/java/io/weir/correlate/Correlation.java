package io.weir.correlate;

import io.weir.event.ProcessFacts.Life;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleMatch;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import io.weir.rule.Link;
import io.weir.rule.RuleReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A correlation in force, ready to run. Times are microseconds. */
final class Correlation {

    /** Watermarks are looked at no more often than this. */
    private static final long TICK_MICROS = 1_000_000;

    private final CorrelationRule rule;
    private final String meaning;
    private final int stage;
    private final Look look;
    private final StepRoles roles;
    private final ValueReader values;
    private final Emission emission;
    private final List<Correlation> below;

    /** Of each step the rule that it refers to, and an empty text where it does not count. */
    private final List<String> counted;

    /** The rules whose matches give a process a group of its own, under a link. */
    private final Set<String> beginning;

    /** The rules that it refers to. */
    private final Set<String> references;

    private final long reach;

    /**
     * A correlation in force.
     *
     * @param meaning what its groups go by: a hash of its content and of that of the rules it refers to
     * @param stage which stage runs it; 0 for a linked one
     * @param below the correlations that it refers to
     */
    Correlation(CorrelationRule rule, String meaning, int stage, Emission emission, List<Correlation> below) {
        this.rule = rule;
        this.meaning = meaning;
        this.stage = stage;
        this.look = LookCompiler.compile(rule);
        this.roles = StepRoles.of(rule);
        this.values = ValueReader.of(rule, look);
        this.emission = emission;
        this.below = List.copyOf(below);
        this.reach = (Timeline.GAP + 3) * width()
                + below.stream().mapToLong(Correlation::reach).max().orElse(0);
        this.counted = IntStream.range(0, rule.steps().size())
                .mapToObj(step -> counts(step) ? reference(step) : "")
                .toList();
        this.beginning = roles.own().stream().map(counted::get).collect(Collectors.toUnmodifiableSet());
        this.references = rule.steps().stream().map(RuleReference::rule).collect(Collectors.toUnmodifiableSet());
    }

    CorrelationRule rule() {
        return rule;
    }

    String id() {
        return rule.header().id();
    }

    String meaning() {
        return meaning;
    }

    int stage() {
        return stage;
    }

    boolean isLinked() {
        return rule.link() != Link.NONE;
    }

    Look look() {
        return look;
    }

    StepRoles roles() {
        return roles;
    }

    long timespan() {
        return rule.timespan().micros();
    }

    /** The width of a bucket of its history: an event looks back and ahead no further than into the next one. */
    long width() {
        return timespan() + 2 * SequenceSearch.SLACK_MICROS;
    }

    long bucket(long micros) {
        return Math.floorDiv(micros, width());
    }

    /** The end of a bucket. */
    long end(long bucket) {
        return (bucket + 1) * width();
    }

    /**
     * How long after its own time a bucket may still be asked for, apart from lateness: its events may be part of what the next one makes, an
     * episode may go on over a gap, and what it refers to may come as late again.
     */
    long reach() {
        return reach;
    }

    /** How long after the time of its last event an alert of it may still have to wait. */
    long delay() {
        long own = look instanceof Look.ByWindow
                ? timespan()
                : emission == Emission.SETTLED ? SequenceSearch.SLACK_MICROS : 0;
        return own == 0 ? delayBelow() : delayBelow() + own + TICK_MICROS;
    }

    private long delayBelow() {
        return below.stream().mapToLong(Correlation::delay).max().orElse(0);
    }

    /** When a window is to be told of, by the time of its first event. */
    long windowDue(long start) {
        return start + timespan() + delayBelow();
    }

    /** When it is to be told that an event made the condition true: {@link Long#MIN_VALUE} for at once. */
    long eventDue(long micros) {
        return switch (emission) {
            case EARLY -> Long.MIN_VALUE;
            case SETTLED -> micros + SequenceSearch.SLACK_MICROS + delayBelow();
        };
    }

    /**
     * The place of an event in a group. Where order does not count, what would tell it is left out.
     *
     * @param process what its process is called, or empty
     * @param time when it counts as having happened
     * @param recordNumber within its source, or -1 where it does not order the event
     */
    Placed place(EventFacts event, String process, Stamp time, long recordNumber, Share share) {
        boolean ordered = look.asksForOrder();
        return new Placed(
                event.identity().id(),
                time,
                ordered ? event.channel() + '\0' + event.host().name() : "",
                ordered ? recordNumber : -1,
                ordered ? process : "",
                ordered && event.process().life() == Life.START,
                share.steps(),
                share.value());
    }

    /** Which events may stand for the first step of a sequence: under a link those of the group's own process. */
    Predicate<Placed> begins(String process) {
        return isLinked() ? placed -> placed.process().equals(process) : placed -> true;
    }

    /** The event with only the matches that the correlation asks for. */
    MatchedEvent asAsked(MatchedEvent event) {
        var asked = new ArrayList<RuleMatch>(event.matches().size());
        for (int i = 0; i < event.matches().size(); i++) {
            var match = event.matches().get(i);
            if (references.contains(match.rule())) {
                asked.add(match);
            }
        }
        return asked.size() == event.matches().size() ? event : new MatchedEvent(event.event(), asked);
    }

    /**
     * The groups that the event is part of, by the values of the group-by fields in the order of the rule, in lower case, since values compare
     * without case. An event that lacks one of the fields, or what is counted or measured, joins none. Where aliases have rules name fields
     * differently it may be part of several groups.
     */
    Map<List<String>, Share> groups(MatchedEvent event) {
        var steps = steps(event);
        if (steps.size() == 1 && values.fields().isEmpty() && !values.numeric()) {
            int step = steps.get(0);
            var group = groupValues(step, event);
            return group.isPresent() ? Map.of(group.get(), new Share(List.of(step), "")) : Map.of();
        }
        var groups = new LinkedHashMap<List<String>, Share>();
        for (int step : steps) {
            groupValues(step, event)
                    .ifPresent(group -> values.of(rule, step, event)
                            .flatMap(values::readable)
                            .ifPresent(value -> groups.merge(
                                    group, new Share(List.of(step), value), (old, more) -> old.and(step))));
        }
        return groups;
    }

    /** Whether the event gives its process a group of its own, under a link. */
    boolean mayHaveGroupOf(MatchedEvent event) {
        var matches = event.matches();
        for (int i = 0; i < matches.size(); i++) {
            if (mayHaveGroupOf(matches.get(i).rule())) {
                return true;
            }
        }
        return false;
    }

    /** Whether an event that this rule matches does. */
    boolean mayHaveGroupOf(String rule) {
        return beginning.contains(rule);
    }

    /** Whether the event has a value in the place of the number that the correlation measures. */
    boolean lacksANumber(MatchedEvent event) {
        return values.numeric()
                && steps(event).stream()
                        .anyMatch(step -> groupValues(step, event).isPresent()
                                && values.of(rule, step, event)
                                        .filter(value -> values.readable(value).isEmpty())
                                        .isPresent());
    }

    /** The steps that the event matches, counted from 0, rising; where order does not count, a rule that is named twice is one. */
    private List<Integer> steps(MatchedEvent event) {
        var steps = new ArrayList<Integer>(2);
        for (int step = 0; step < counted.size(); step++) {
            if (isMatched(counted.get(step), event)) {
                steps.add(step);
            }
        }
        return steps;
    }

    private static boolean isMatched(String rule, MatchedEvent event) {
        var matches = event.matches();
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).rule().equals(rule)) {
                return true;
            }
        }
        return false;
    }

    private boolean counts(int step) {
        return rule.type() == CorrelationType.TEMPORAL_ORDERED
                || IntStream.range(0, step)
                        .noneMatch(earlier -> reference(earlier).equals(reference(step)));
    }

    private String reference(int step) {
        return rule.steps().get(step).rule();
    }

    private Optional<List<String>> groupValues(int step, MatchedEvent event) {
        var said = reference(step);
        var group = new ArrayList<String>();
        for (var field : rule.groupBy()) {
            var value = event.event().fields().get(rule.fieldOf(said, field));
            if (value == null) {
                return Optional.empty();
            }
            group.add(value.toLowerCase(Locale.ROOT));
        }
        return Optional.of(group);
    }
}
