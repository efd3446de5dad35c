package io.weir.job.codec;

import io.weir.alert.AlertChange;
import io.weir.alert.Lineage;
import io.weir.alert.Lineage.Ancestor;
import io.weir.correlate.Episode;
import io.weir.correlate.GroupMatch;
import io.weir.correlate.HistoryBucket;
import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.correlate.HostMemory.Reminder;
import io.weir.correlate.Placed;
import io.weir.correlate.ProcessBucket;
import io.weir.correlate.ProcessNode;
import io.weir.event.EventIdentity;
import io.weir.event.HostId;
import io.weir.event.ProcessFacts;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.MatchedField;
import io.weir.match.RuleMatch;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;

/** The laws, for each type that is in the state of hosts and groups, or goes from them to groups and sinks. */
class CorrelationCodecTest {

    private static final Stamp TIME = new Stamp(1_583_020_800_123_456L, 1_000);
    private static final AlertChange CHANGE =
            new AlertChange("a1", "{\"id\":\"a1\",\"user\":\"\u00fc\u4e16\"}", 7, true);
    private static final Ancestor ANCESTOR =
            new Ancestor("guid", "4711", "C:\\expand.exe", "expand \u00fc \u4e16", "CORP\\ann", "2020-03-01T00:00:00Z");
    private static final Lineage LINEAGE = new Lineage("guid", List.of(ANCESTOR), Lineage.End.MISSING);
    private static final MatchedEvent EVENT = new MatchedEvent(
            new EventFacts(
                    new EventIdentity("0123456789abcdef", "fedcba9876543210"),
                    new HostId("ws-7"),
                    TIME,
                    Stamp.NONE,
                    "security",
                    42,
                    ProcessFacts.NONE,
                    Map.of("User", "ann")),
            List.of(new RuleMatch("rule", "hash", List.of(new MatchedField("s", "User", "", "ann", "ann")))));
    private static final GroupMatch GROUP_MATCH =
            new GroupMatch("meaning", List.of("ann", "ws-7"), EVENT, List.of(LINEAGE), true);
    private static final Placed PLACED = new Placed("e1", TIME, "security ws-7", 42, "guid", true, List.of(0, 2, 300));
    private static final HistoryBucket HISTORY =
            new HistoryBucket(List.of(PLACED), new Episode(1_583_020_800_000_000L, 1_583_020_810_000_000L, 3));
    private static final ProcessNode NODE =
            new ProcessNode(List.of("e1", "e2"), new TreeSet<>(List.of(-1L, 5L)), Map.of("b", 200, "a", 1));
    private static final ProcessBucket BUCKET = new ProcessBucket(List.of("child"), List.of("e1", "e2"));
    private static final Reminder REMINDER =
            new Reminder("", new LinkedGroup("meaning", "guid", List.of("ann", "ws-7")), 158_302_080L);

    /** What is the same in all of them. */
    abstract static class Law<T> extends CodecLaws<T> {

        private final Class<T> type;
        private final Codec<T> codec;
        private final T golden;
        private final String goldenBytes;

        Law(Class<T> type, Codec<T> codec, T golden, String goldenBytes) {
            this.type = type;
            this.codec = codec;
            this.golden = golden;
            this.goldenBytes = goldenBytes;
        }

        @Override
        protected Codec<T> codec() {
            return codec;
        }

        @Override
        protected Class<T> type() {
            return type;
        }

        @Override
        protected T golden() {
            return golden;
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return goldenBytes;
        }
    }

    @Nested
    class AlertChanges extends Law<AlertChange> {

        AlertChanges() {
            super(
                    AlertChange.class,
                    new AlertChangeCodec(),
                    CHANGE,
                    "AQRhMS8AewAiAGkAZAAiADoAIgBhADEAIgAsACIAdQBzAGUAcgAiADoAIgD8ThYAIgB9AAAAAAAAAAcB");
        }

        @Override
        protected AlertChange random(RandomValues random) {
            return random.alertChange();
        }
    }

    @Nested
    class Ancestors extends Law<Ancestor> {

        Ancestors() {
            super(
                    Ancestor.class,
                    new AncestorCodec(),
                    ANCESTOR,
                    "AQhndWlkCDQ3MTEaQzpcZXhwYW5kLmV4ZRUAZQB4AHAAYQBuAGQAIAD8ACBOFhBDT1JQXGFubigyMDIwLTAzLTAxVDAwOjAw"
                            + "OjAwWg==");
        }

        @Override
        protected Ancestor random(RandomValues random) {
            return random.ancestor();
        }
    }

    @Nested
    class Lineages extends Law<Lineage> {

        Lineages() {
            super(
                    Lineage.class,
                    new LineageCodec(),
                    LINEAGE,
                    "AQhndWlkAQEIZ3VpZAg0NzExGkM6XGV4cGFuZC5leGUVAGUAeABwAGEAbgBkACAA/AAgThYQQ09SUFxhbm4oMjAyMC0wMy0w"
                            + "MVQwMDowMDowMFoOTUlTU0lORw==");
        }

        @Override
        protected Lineage random(RandomValues random) {
            return random.lineage();
        }
    }

    @Nested
    class GroupMatches extends Law<GroupMatch> {

        GroupMatches() {
            super(
                    GroupMatch.class,
                    new GroupMatchCodec(),
                    GROUP_MATCH,
                    "AQ5tZWFuaW5nAgZhbm4Id3MtNwEBASAwMTIzNDU2Nzg5YWJjZGVmIGZlZGNiYTk4NzY1NDMyMTABCHdzLTcBAAWfv8B2okAA"
                            + "AAAAAAAD6AGAAAAAAAAAAAAAAAAAAAABEHNlY3VyaXR5AAAAAAAAACoBAAEIVXNlcgZhbm4BAQhydWxlCGhhc2gBAQJzCFVz"
                            + "ZXIABmFubgZhbm4BAQhndWlkAQEIZ3VpZAg0NzExGkM6XGV4cGFuZC5leGUVAGUAeABwAGEAbgBkACAA/AAgThYQQ09SUFxh"
                            + "bm4oMjAyMC0wMy0wMVQwMDowMDowMFoOTUlTU0lORwE=");
        }

        @Override
        protected GroupMatch random(RandomValues random) {
            return random.groupMatch();
        }
    }

    @Nested
    class Places extends Law<Placed> {

        Places() {
            super(
                    Placed.class,
                    new PlacedCodec(),
                    PLACED,
                    "AQRlMQEABZ+/wHaiQAAAAAAAAAPoGnNlY3VyaXR5IHdzLTcAAAAAAAAAKghndWlkAQMAAqwC");
        }

        @Override
        protected Placed random(RandomValues random) {
            return random.placed();
        }
    }

    @Nested
    class HistoryBuckets extends Law<HistoryBucket> {

        HistoryBuckets() {
            super(
                    HistoryBucket.class,
                    new HistoryBucketCodec(),
                    HISTORY,
                    "AQEBBGUxAQAFn7/AdqJAAAAAAAAAA+gac2VjdXJpdHkgd3MtNwAAAAAAAAAqCGd1aWQBAwACrAIABZ+/wHTAAAAFn7/BDVaA"
                            + "AAAAAAAAAAM=");
        }

        @Override
        protected HistoryBucket random(RandomValues random) {
            return random.historyBucket();
        }
    }

    @Nested
    class ProcessNodes extends Law<ProcessNode> {

        ProcessNodes() {
            super(ProcessNode.class, new ProcessNodeCodec(), NODE, "AQIEZTEEZTIC//////////8AAAAAAAAABQICYQECYsgB");
        }

        @Override
        protected ProcessNode random(RandomValues random) {
            return random.processNode();
        }
    }

    @Nested
    class ProcessBuckets extends Law<ProcessBucket> {

        ProcessBuckets() {
            super(ProcessBucket.class, new ProcessBucketCodec(), BUCKET, "AQEKY2hpbGQCBGUxBGUy");
        }

        @Override
        protected ProcessBucket random(RandomValues random) {
            return random.processBucket();
        }
    }

    @Nested
    class Reminders extends Law<Reminder> {

        Reminders() {
            super(Reminder.class, new ReminderCodec(), REMINDER, "AQAObWVhbmluZwhndWlkAgZhbm4Id3MtNwAAAAAJb3+A");
        }

        @Override
        protected Reminder random(RandomValues random) {
            return random.reminder();
        }
    }
}
