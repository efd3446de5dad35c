package io.weir.incident;

import io.weir.alert.AlertId;
import io.weir.rule.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Alerts of one host that belong together, and what they come to. Times are microseconds of event time.
 *
 * @param host in lower case
 * @param part 0, or how many full incidents this one goes on from
 * @param opening the earliest event of any of its alerts
 * @param last when the latest event happened
 * @param alerts its alerts, sorted
 * @param stages what each rule contributed, by the rule's id
 * @param extent whether it is all that belongs together
 * @param waits whether it was not told yet as it is now
 */
public record Incident(
        String host,
        int part,
        Moment opening,
        long last,
        List<Moment> alerts,
        SortedMap<String, Stage> stages,
        Extent extent,
        boolean waits) {

    private static final Comparator<Stage> BY_TIME = Comparator.comparingLong(Stage::first)
            .thenComparing(stage -> stage.rule().id());

    public Incident {
        alerts = List.copyOf(alerts);
        stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
    }

    /**
     * An event or an alert, and when it happened.
     *
     * @param micros of an alert, the time of its earliest event
     * @param id of the event or alert
     */
    public record Moment(long micros, String id) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            int byTime = Long.compare(micros, other.micros);
            return byTime != 0 ? byTime : id.compareTo(other.id);
        }
    }

    /** Whether an incident is all that belongs together. */
    public enum Extent {
        /** It is. */
        WHOLE,
        /** A bound keeps it from others that belong to it. */
        BOUNDED,
        /** It has as many alerts as one may have, and ties no more. */
        FULL
    }

    static Incident of(IncidentMember member, int part) {
        return new Incident(
                member.host(),
                part,
                new Moment(member.first(), member.event()),
                member.last(),
                List.of(new Moment(member.first(), member.alert())),
                new TreeMap<>(Map.of(member.rule().id(), Stage.of(member))),
                part > 0 ? Extent.BOUNDED : Extent.WHOLE,
                false);
    }

    /** Which incident it is: a hash of its host and its earliest event (design, "Identity"). */
    String id() {
        var group = part == 0 ? Map.of("host", host) : Map.of("host", host, "part", Integer.toString(part));
        return AlertId.of("incident", new TreeMap<>(group), List.of(opening.id()));
    }

    /** The two as one; they have no alert in common. */
    Incident and(Incident other) {
        var all = new ArrayList<Moment>(alerts.size() + other.alerts.size());
        all.addAll(alerts);
        all.addAll(other.alerts);
        all.sort(null);
        var both = new TreeMap<>(stages);
        other.stages.forEach((rule, stage) -> both.merge(rule, stage, Stage::and));
        return new Incident(
                host,
                Math.max(part, other.part),
                opening.compareTo(other.opening) <= 0 ? opening : other.opening,
                Math.max(last, other.last),
                all,
                both,
                extent.compareTo(other.extent) >= 0 ? extent : other.extent,
                waits || other.waits);
    }

    /** The same, of which it is known that so many full ones were there before; none is no news. */
    Incident goingOnFrom(int full) {
        var reached = full > 0 && extent == Extent.WHOLE ? Extent.BOUNDED : extent;
        return full <= part && reached == extent
                ? this
                : new Incident(host, Math.max(part, full), opening, last, alerts, stages, reached, waits);
    }

    Incident to(Extent other) {
        return new Incident(host, part, opening, last, alerts, stages, other, waits);
    }

    Incident waiting(boolean still) {
        return new Incident(host, part, opening, last, alerts, stages, extent, still);
    }

    boolean isBounded() {
        return extent != Extent.WHOLE;
    }

    boolean saysTheSameAs(Incident other) {
        return alerts.size() == other.alerts.size()
                && (waits == other.waits ? equals(other) : waiting(other.waits).equals(other));
    }

    /** Whether one who knows the other will want to hear of this one at once: it is of another level, or has other stages. */
    boolean differsFrom(Incident other) {
        return extent != other.extent
                || level() != other.level()
                || !stages.keySet().equals(other.stages.keySet());
    }

    /** The highest of its rules. */
    Level level() {
        var highest = Level.UNSTATED;
        for (var stage : stages.values()) {
            var level = level(stage);
            highest = level.compareTo(highest) > 0 ? level : highest;
        }
        return highest;
    }

    private static Level level(Stage stage) {
        return Level.of(stage.rule().level()).orElse(Level.UNSTATED);
    }

    /** What it is called: the title of the first of its worst rules. */
    String title() {
        var worst = level();
        return inOrder().stream()
                .filter(stage -> level(stage) == worst)
                .findFirst()
                .map(stage -> stage.rule().title())
                .orElse("");
    }

    /** Its stages in the order in which they were first reached. */
    List<Stage> inOrder() {
        return stages.values().stream().sorted(BY_TIME).toList();
    }

    /** The tactics of ATT&CK that its rules name, in the order in which they were first reached. */
    List<String> tactics() {
        return tags().filter(AttackTag::isTactic)
                .map(AttackTag::name)
                .distinct()
                .toList();
    }

    /** The techniques of ATT&CK that its rules name, sorted. */
    List<String> techniques() {
        return tags().filter(AttackTag::isTechnique)
                .map(AttackTag::name)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<AttackTag> tags() {
        return inOrder().stream()
                .map(stage -> stage.rule().tags())
                .flatMap(Collection::stream)
                .flatMap(tag -> AttackTag.of(tag).stream());
    }
}
