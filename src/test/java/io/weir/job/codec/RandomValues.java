package io.weir.job.codec;

import io.weir.alert.AlertChange;
import io.weir.alert.Lineage;
import io.weir.alert.Lineage.Ancestor;
import io.weir.correlate.Carry;
import io.weir.correlate.Episode;
import io.weir.correlate.Finding;
import io.weir.correlate.GroupMatch;
import io.weir.correlate.HistoryBucket;
import io.weir.correlate.HistoryPage;
import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.correlate.HostMemory.Reminder;
import io.weir.correlate.HostMemory.Settlement;
import io.weir.correlate.NamedPids;
import io.weir.correlate.PageSummary;
import io.weir.correlate.Placed;
import io.weir.correlate.Position;
import io.weir.correlate.ProcessBucket;
import io.weir.correlate.ProcessNode;
import io.weir.correlate.Recent;
import io.weir.correlate.Told;
import io.weir.correlate.Witness;
import io.weir.event.EventIdentity;
import io.weir.event.HostId;
import io.weir.event.ProcessFacts;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.MatchedField;
import io.weir.match.RuleMatch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Values for laws, as hostile as their types allow. */
public final class RandomValues {

    private final Random random;

    /** Values that follow from the random numbers. */
    public RandomValues(Random random) {
        this.random = random;
    }

    /** Empty, short, beyond 64 KB; Latin, wide, or with unpaired surrogates. */
    public String text() {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> characters(random.nextInt(40), 0x100);
            case 2 -> characters(random.nextInt(40), 0x10000);
            case 3 -> "C:\\Windows\\\ud800x\udc00\ud83d\ude00";
            case 4 -> random.nextInt(20) == 0 ? characters(70_000 + random.nextInt(70_000), 0x10000) : "\u0000\u00ff";
            default -> characters(random.nextInt(20), 0x7f);
        };
    }

    private String characters(int length, int bound) {
        return random.ints(length, 0, bound)
                .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                .toString();
    }

    /** Any bytes, now and then none. */
    public byte[] bytes() {
        var bytes = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(5_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Any number, the ends of its range among them. */
    public long number() {
        return switch (random.nextInt(4)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Long.MAX_VALUE;
            case 2 -> random.nextInt(100) - 50;
            default -> random.nextLong();
        };
    }

    /** From 0 to the bound, exclusive. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> List<T> list(int most, Supplier<T> element) {
        return Stream.generate(element).limit(random.nextInt(most + 1)).toList();
    }

    public Map<String, String> texts(int most) {
        var texts = new TreeMap<String, String>();
        list(most, this::text).forEach(key -> texts.put(key, text()));
        return texts;
    }

    public Stamp stamp() {
        return random.nextInt(4) == 0 ? Stamp.NONE : new Stamp(number(), 1L + random.nextInt(1_000_000));
    }

    public HostId host() {
        return new HostId(text());
    }

    public EventIdentity identity() {
        return new EventIdentity(text(), text());
    }

    public ProcessFacts process() {
        var lives = ProcessFacts.Life.values();
        var logs = ProcessFacts.Log.values();
        return random.nextInt(4) == 0
                ? ProcessFacts.NONE
                : new ProcessFacts(
                        lives[random.nextInt(lives.length)],
                        text(),
                        text(),
                        text(),
                        text(),
                        text(),
                        text(),
                        text(),
                        text(),
                        text(),
                        logs[random.nextInt(logs.length)],
                        text());
    }

    public MatchedField matchedField() {
        return new MatchedField(text(), text(), text(), text(), text());
    }

    public RuleMatch ruleMatch() {
        return new RuleMatch(text(), text(), list(3, this::matchedField));
    }

    public EventFacts eventFacts() {
        return new EventFacts(identity(), host(), stamp(), stamp(), text(), number(), process(), texts(4));
    }

    public MatchedEvent matchedEvent() {
        return new MatchedEvent(eventFacts(), list(3, this::ruleMatch));
    }

    /** Any number that is not negative, the ends of its range among them. */
    public int count() {
        return switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> Integer.MAX_VALUE;
            default -> random.nextInt(1_000);
        };
    }

    public boolean flag() {
        return random.nextBoolean();
    }

    public AlertChange alertChange() {
        return new AlertChange(text(), text(), number(), flag(), number(), text());
    }

    public Ancestor ancestor() {
        return new Ancestor(text(), text(), text(), text(), text(), text());
    }

    public Lineage lineage() {
        var ends = Lineage.End.values();
        return new Lineage(text(), list(3, this::ancestor), ends[random.nextInt(ends.length)]);
    }

    public GroupMatch groupMatch() {
        return new GroupMatch(text(), list(3, this::text), witness(), flag());
    }

    public Witness witness() {
        return new Witness(matchedEvent(), list(2, this::lineage), list(2, this::eventAlone));
    }

    private Witness eventAlone() {
        return new Witness(matchedEvent(), list(2, this::lineage), List.of());
    }

    public Placed placed() {
        return new Placed(text(), stamp(), text(), number(), text(), flag(), list(4, this::count), text());
    }

    public HistoryBucket historyBucket() {
        return new HistoryBucket(list(3, this::pageSummary), historyPage(), list(3, this::told));
    }

    public HistoryPage historyPage() {
        return new HistoryPage(carry(), list(4, this::placed));
    }

    public Carry carry() {
        return new Carry(
                new Episode(number(), number(), number(), number()),
                list(3, () -> new Recent(text(), number(), text())));
    }

    public PageSummary pageSummary() {
        return new PageSummary(
                count(),
                new Position(number(), text()),
                number(),
                count(),
                number(),
                BigDecimal.valueOf(number(), random.nextInt(20)));
    }

    public Told told() {
        var evidence = new ArrayList<>(list(3, this::text));
        evidence.add(text());
        return new Told(new Position(number(), text()), new Finding(evidence, text()));
    }

    public Settlement settlement() {
        return new Settlement(new LinkedGroup(text(), text(), list(3, this::text)), number());
    }

    public NodeAndBucket nodeAndBucket() {
        var one = new NodeAndBucket(processNode(), number(), processBucket());
        return one.hasBucket() ? one : one.withoutBucket();
    }

    private ProcessNode processNode() {
        var firstSteps = new TreeMap<String, Integer>();
        list(3, this::text).forEach(meaning -> firstSteps.put(meaning, count()));
        return new ProcessNode(
                list(3, this::text), List.copyOf(new TreeSet<>(list(4, this::number))), firstSteps, count());
    }

    public ProcessBucket processBucket() {
        return new ProcessBucket(list(4, this::text), list(4, this::text), namedPids());
    }

    private NamedPids namedPids() {
        var counts = new TreeMap<String, Integer>();
        list(3, this::text).forEach(pid -> counts.put(pid, count()));
        return new NamedPids(counts, flag());
    }

    public Reminder reminder() {
        return new Reminder(text(), new LinkedGroup(text(), text(), list(3, this::text)), number());
    }
}
