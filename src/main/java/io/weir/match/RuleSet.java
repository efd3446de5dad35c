package io.weir.match;

import io.weir.event.Event;
import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.Problem;
import io.weir.rule.RuleHeader;
import io.weir.rule.RuleReference;
import io.weir.rule.SigmaRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;

/**
 * Rules compiled once, ready to run. Immutable; safe to share between threads.
 *
 * <p>Every rule given is accounted for: in force, or refused with a problem. A rule whose log source can have no events is refused: it
 * would never match. A correlation that refers to a rule which is not in force is refused, too. The same rule given twice is one rule.
 */
public final class RuleSet {

    /** How many stages of correlations a job has where nothing else is said: a chain may be so long. */
    public static final int DEFAULT_STAGES = 3;

    private final List<Problem> problems;
    private final List<DetectionRule> detections;
    private final List<CorrelationRule> correlations;
    private final Map<String, SigmaRule> rules = new HashMap<>();
    private final Map<String, Integer> stages;
    private final Set<String> silent;
    private final Map<String, CompiledRule> compiled = new HashMap<>();
    private final Router router;
    private final Projection projection;

    /** What a thread remembers of events that it has seen makes it fast, and is its own. */
    private final ThreadLocal<CandidateIndex> index = ThreadLocal.withInitial(this::newIndex);

    /** @param stages the stage of each rule in force, by id */
    RuleSet(
            List<Problem> problems,
            List<CompiledRule> compiled,
            List<CorrelationRule> correlations,
            Map<String, Integer> stages) {
        this.problems = List.copyOf(problems);
        this.detections = compiled.stream().map(CompiledRule::rule).toList();
        this.correlations = List.copyOf(correlations);
        this.stages = Map.copyOf(stages);
        detections.forEach(rule -> rules.put(rule.header().id(), rule));
        correlations.forEach(rule -> rules.put(rule.header().id(), rule));
        compiled.forEach(rule -> this.compiled.put(rule.id(), rule));
        this.silent = silent(correlations);
        this.router = new Router(compiled);
        this.projection = new Projection(detections, correlations);
    }

    private static Set<String> silent(List<CorrelationRule> correlations) {
        var silent = new HashSet<String>();
        var loud = new HashSet<String>();
        for (var correlation : correlations) {
            var chosen = correlation.generate() ? loud : silent;
            correlation.steps().stream().map(RuleReference::rule).forEach(chosen::add);
        }
        silent.removeAll(loud);
        return silent;
    }

    /** Compiles the rules and resolves what correlations refer to, by id and by name. Never throws for what a rule says. */
    public static RuleSet compile(Collection<? extends SigmaRule> rules) {
        return compile(rules, List.of(), DEFAULT_STAGES);
    }

    /**
     * Compiles the rules for a job of that many stages of correlations, at least one. A correlation that needs a later {@link #stage} is
     * refused.
     *
     * @param refused headers of rules that are so already: what refers to one of them is refused, too
     */
    public static RuleSet compile(Collection<? extends SigmaRule> rules, Collection<RuleHeader> refused, int stages) {
        return new RuleSetCompiler(WindowsLogSources.routes(), stages).compile(rules, refused);
    }

    /**
     * Does beforehand what is otherwise done when the first event of a kind comes: for thousands of rules half a second of work and more, and up to a third of one
     * for a single event, which a stream would wait for.
     *
     * @return this rule set
     */
    public RuleSet prepared() {
        router.prepare();
        return this;
    }

    /** Why rules were refused, in the order of the files. */
    public List<Problem> problems() {
        return problems;
    }

    /** The detection rules in force, sorted by id. */
    public List<DetectionRule> detections() {
        return detections;
    }

    /** The correlation rules in force, sorted by id; their references are ids. */
    public List<CorrelationRule> correlations() {
        return correlations;
    }

    /** The rule in force of that id, a detection or a correlation. */
    public Optional<SigmaRule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** The detection rule in force of that id. */
    public Optional<DetectionRule> detection(String id) {
        return rules.get(id) instanceof DetectionRule detection ? Optional.of(detection) : Optional.empty();
    }

    /**
     * Where the rule in force is evaluated. 0: where its events' host is, as detections and correlations with a link are. Else the number
     * of the stage, counted from 1, that runs the correlation: one more than the latest stage of the rules that it refers to.
     */
    public int stage(String id) {
        return stages.getOrDefault(id, 0);
    }

    /**
     * Whether a match of that rule is an alert by itself. A rule that correlations in force refer to makes none of its own, unless one
     * of them says {@code generate: true} (Sigma correlation rules specification).
     */
    public boolean alertsAlone(String ruleId) {
        return rules.containsKey(ruleId) && !silent.contains(ruleId);
    }

    /** The event ids of the events that the detection in force of that id looks at, by its log source; empty where they may have any. */
    public Set<Integer> eventIds(String ruleId) {
        var rule = compiled.get(ruleId);
        return rule == null ? Set.of() : rule.eventIds();
    }

    /** What tells why the detection rule in force of that id matches an event, and why not. */
    public Optional<RuleExplainer> explainer(String id) {
        return Optional.ofNullable(compiled.get(id)).map(RuleExplainer::new);
    }

    /**
     * The rule in force of that id, and what it refers to at any depth, put in force without the others: it finds there what it finds here, and
     * alerts, too, where here others that refer to it alert in its stead.
     */
    public RuleSet only(String id) {
        int last = stages.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return compile(ReferredRules.of(id, rules), List.of(), Math.max(1, last));
    }

    /** The rules that match the event, sorted by id. */
    public List<DetectionRule> matching(Event event) {
        var hits = hits(event);
        return hits.isEmpty()
                ? List.of()
                : hits.stream().map(hit -> hit.rule().rule()).toList();
    }

    /** The same by looking at every rule that the event's channel and id admit: the judge of the index. */
    List<DetectionRule> matchingByFullScan(Event event) {
        var own = new EventFields(event);
        var hits = new ArrayList<Candidate.Hit>();
        for (var candidate : router.bucket(event).candidates()) {
            if (isOther(candidate, hits)) {
                candidate.look(event, own).ifPresent(hits::add);
            }
        }
        return hits.stream().map(hit -> hit.rule().rule()).toList();
    }

    /** An index of its own: for one thread. */
    CandidateIndex newIndex() {
        return new CandidateIndex(router);
    }

    private List<Candidate.Hit> hits(Event event) {
        var known = index.get();
        var sifted = known.candidates(event);
        if (sifted.isEmpty()) {
            return List.of();
        }
        var own = new EventFields(event, known.expressions());
        var hits = new ArrayList<Candidate.Hit>();
        for (var one : sifted) {
            if (isOther(one.candidate(), hits)) {
                one.look(event, own).ifPresent(hits::add);
            }
        }
        return hits;
    }

    /** Whether it is of another rule than the last hit: candidates of a rule follow each other. */
    private static boolean isOther(Candidate candidate, List<Candidate.Hit> hits) {
        return hits.isEmpty()
                || !hits.get(hits.size() - 1).id().equals(candidate.rule().id());
    }

    /**
     * Runs the rules that look at the event, each by itself, and says how many nanoseconds each took: for samples, for it does all of
     * {@link #observe} and more. What all of them share, the reading of fields, is no rule's.
     */
    public void time(Event event, ObjLongConsumer<String> nanosByRule) {
        var own = new EventFields(event);
        var candidates = router.bucket(event).candidates();
        candidates.forEach(candidate -> candidate.look(event, own));
        for (var candidate : candidates) {
            long begin = System.nanoTime();
            candidate.look(event, own);
            nanosByRule.accept(candidate.rule().id(), System.nanoTime() - begin);
        }
    }

    /** What travels on of the event, or none where no rule matches it and it tells of no process's life. */
    public Optional<MatchedEvent> observe(Event event) {
        var hits = hits(event);
        if (hits.isEmpty() && !event.tellsOfALife()) {
            return Optional.empty();
        }
        var matches = hits.stream().map(hit -> hit.rule().match(hit.fields())).toList();
        return Optional.of(new MatchedEvent(facts(event, projection.of(hits)), matches));
    }

    private static EventFacts facts(Event event, Map<String, String> fields) {
        return new EventFacts(
                event.identity(),
                event.host(),
                event.time(),
                event.arrival(),
                event.channel().toLowerCase(Locale.ROOT),
                event.recordNumber(),
                event.process(),
                fields);
    }
}
