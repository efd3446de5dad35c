package io.weir.job.codec;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The laws, for each type that is in the state of hosts and groups, or goes from them to groups and sinks. */
class CorrelationCodecTest {

    private static final Stamp TIME = new Stamp(1_583_020_800_123_456L, 1_000);
    private static final AlertChange CHANGE_BEFORE =
            new AlertChange("a1", "{\"id\":\"a1\",\"user\":\"\u00fc\u4e16\"}", 7, true);
    private static final AlertChange CHANGE =
            new AlertChange("a1", "{\"id\":\"a1\",\"user\":\"\u00fc\u4e16\"}", 7, true, 300, "00000000000000ff");
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
    private static final Witness WITNESS = new Witness(EVENT, List.of(LINEAGE), List.of());
    private static final Witness ALERT = new Witness(EVENT, List.of(), List.of(WITNESS));
    private static final GroupMatch GROUP_MATCH = new GroupMatch("meaning", List.of("ann", "ws-7"), WITNESS, true);
    private static final Placed PLACED_BEFORE =
            new Placed("e1", TIME, "security ws-7", 42, "guid", true, List.of(0, 2, 300), "");
    private static final Placed PLACED =
            new Placed("e1", TIME, "security ws-7", 42, "guid", true, List.of(0, 2, 300), "3.50");
    private static final Episode EPISODE_BEFORE = new Episode(1_583_020_800_000_000L, 1_583_020_810_000_000L, 3, 0);
    private static final Episode EPISODE = new Episode(1_583_020_800_000_000L, 1_583_020_810_000_000L, 3, 300);
    private static final HistoryBucket HISTORY_BEFORE = new HistoryBucket(
            List.of(), new HistoryPage(new Carry(EPISODE_BEFORE, List.of()), List.of(PLACED_BEFORE)), List.of(), false);
    private static final List<Recent> RECENT = List.of(new Recent("ann", 1_583_020_800_000_000L, "e0"));
    private static final Carry CARRY_BEFORE = new Carry(EPISODE_BEFORE, RECENT);
    private static final Carry CARRY = new Carry(EPISODE, RECENT);
    private static final HistoryPage PAGE = new HistoryPage(CARRY, List.of(PLACED));
    private static final PageSummary SUMMARY = new PageSummary(
            3, new Position(1_583_020_800_000_000L, "e0"), 1_583_020_810_000_000L, 64, 5, new BigDecimal("12.5"));
    private static final Told TOLD =
            new Told(new Position(1_583_020_800_000_000L, "e1"), new Finding(List.of("e0", "e1"), "2"));
    private static final HistoryBucket HISTORY = new HistoryBucket(List.of(SUMMARY), PAGE, List.of(TOLD));
    private static final Settlement SETTLEMENT =
            new Settlement(new LinkedGroup("meaning", "guid", List.of("ann", "ws-7")), 1_583_020_800_000_000L);
    private static final ProcessNode NODE_BEFORE =
            new ProcessNode(List.of("e1", "e2"), List.of(-1L, 5L), Map.of("b", 200, "a", 1));
    private static final ProcessNode NODE =
            new ProcessNode(List.of("e1", "e2"), List.of(-1L, 5L), Map.of("b", 200, "a", 1), 300);
    private static final ProcessBucket BUCKET_BEFORE =
            new ProcessBucket(List.of("child"), List.of("e1", "e2"), NamedPids.UNKNOWN);
    private static final ProcessBucket BUCKET =
            new ProcessBucket(List.of("child"), List.of("e1", "e2"), new NamedPids(Map.of("4711", 2), true));
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
        protected int version() {
            return 3;
        }

        @Override
        protected String goldenBytes() {
            return "AwRhMS8AewAiAGkAZAAiADoAIgBhADEAIgAsACIAdQBzAGUAcgAiADoAIgD8ThYAIgB9AAAAAAAAAAcBAAAAAAAAASwgMDAw"
                    + "MDAwMDAwMDAwMDBmZg==";
        }

        @Test
        void readsTheBytesOfVersion2() throws IOException {
            var bytes = "AgRhMS8AewAiAGkAZAAiADoAIgBhADEAIgAsACIAdQBzAGUAcgAiADoAIgD8ThYAIgB9AAAAAAAAAAcBAAAAAAAAASw=";
            var in = new DataInputDeserializer(Base64.getDecoder().decode(bytes));
            assertThat(codec().readVersioned(in)).isEqualTo(CHANGE.by(""));
        }

        @Override
        protected AlertChange goldenOfVersion1() {
            return CHANGE_BEFORE;
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
        protected int version() {
            return 2;
        }

        @Override
        protected String goldenBytes() {
            return "Ag5tZWFuaW5nAgZhbm4Id3MtNwEBAQEgMDEyMzQ1Njc4OWFiY2RlZiBmZWRjYmE5ODc2NTQzMjEwAQh3cy03AQAFn7"
                    + "/AdqJAAAAAAAAAA+gBgAAAAAAAAAAAAAAAAAAAARBzZWN1cml0eQAAAAAAAAAqAgABCFVzZXIGYW5uAQEIcnVsZQho"
                    + "YXNoAQECcwhVc2VyAAZhbm4GYW5uAQEIZ3VpZAEBCGd1aWQINDcxMRpDOlxleHBhbmQuZXhlFQBlAHgAcABhAG4AZA"
                    + "AgAPwAIE4WEENPUlBcYW5uKDIwMjAtMDMtMDFUMDA6MDA6MDBaDk1JU1NJTkcAAQ==";
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
        protected int version() {
            return 2;
        }

        @Override
        protected String goldenBytes() {
            return "AgRlMQEABZ+/wHaiQAAAAAAAAAPoGnNlY3VyaXR5IHdzLTcAAAAAAAAAKghndWlkAQMAAqwCCDMuNTA=";
        }

        @Override
        protected Placed goldenOfVersion1() {
            return PLACED_BEFORE;
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
        protected int version() {
            return 2;
        }

        @Override
        protected String goldenBytes() {
            return "AgEBAwAFn7/AdMAABGUwAAWfv8ENVoBAAAAAAAAAAAUIMTIuNQECAAWfv8B0wAAABZ+/wQ1WgAAAAAAAAAADAAAAAAAAASwBBmFubgAFn7/AdMAABGUwAQIEZTEBAAWfv8B2okAAAAAAAAAD6BpzZWN1cml0eSB3cy03AAAAAAAAACoIZ3VpZAEDAAKsAggzLjUwAQEABZ+/wHTAAARlMQIEZTAEZTECMg==";
        }

        @Override
        protected HistoryBucket goldenOfVersion1() {
            return HISTORY_BEFORE;
        }

        @Override
        protected HistoryBucket random(RandomValues random) {
            return random.historyBucket();
        }
    }

    @Nested
    class ProcessNodes extends Law<NodeAndBucket> {

        ProcessNodes() {
            super(
                    NodeAndBucket.class,
                    new ProcessNodeCodec(),
                    new NodeAndBucket(NODE, 5, BUCKET),
                    "AQIEZTEEZTIC//////////8AAAAAAAAABQICYQECYsgB");
        }

        @Override
        protected int version() {
            return 3;
        }

        @Override
        protected String goldenBytes() {
            return "AwIEZTEEZTIC//////////8AAAAAAAAABQICYQECYsgBrAIBAAAAAAAAAAUCAQpjaGlsZAIEZTEEZTIBAQg0NzExAg==";
        }

        @Override
        protected NodeAndBucket goldenOfVersion1() {
            return NodeAndBucket.of(NODE_BEFORE);
        }

        @Test
        void readsTheBytesOfVersion2() throws IOException {
            var bytes = "AgIEZTEEZTIC//////////8AAAAAAAAABQICYQECYsgBAQAAAAAAAAAFAgEKY2hpbGQCBGUxBGUyAQEINDcxMQI=";
            var in = new DataInputDeserializer(Base64.getDecoder().decode(bytes));
            assertThat(codec().readVersioned(in)).isEqualTo(new NodeAndBucket(NODE_BEFORE, 5, BUCKET));
        }

        @Override
        protected NodeAndBucket random(RandomValues random) {
            return random.nodeAndBucket();
        }
    }

    @Nested
    class ProcessBuckets extends Law<ProcessBucket> {

        ProcessBuckets() {
            super(ProcessBucket.class, new ProcessBucketCodec(), BUCKET, "AQEKY2hpbGQCBGUxBGUy");
        }

        @Override
        protected int version() {
            return 2;
        }

        @Override
        protected String goldenBytes() {
            return "AgEKY2hpbGQCBGUxBGUyAQEINDcxMQI=";
        }

        @Override
        protected ProcessBucket goldenOfVersion1() {
            return BUCKET_BEFORE;
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

    @Nested
    class Witnesses extends Law<Witness> {

        Witnesses() {
            super(
                    Witness.class,
                    new WitnessCodec(),
                    ALERT,
                    "AQEBASAwMTIzNDU2Nzg5YWJjZGVmIGZlZGNiYTk4NzY1NDMyMTABCHdzLTcBAAWfv8B2okAAAAAAAAAD6AGAAAAAAA"
                            + "AAAAAAAAAAAAABEHNlY3VyaXR5AAAAAAAAACoBAAEIVXNlcgZhbm4BAQhydWxlCGhhc2gBAQJzCFVzZXIABmFubgZh"
                            + "bm4AAQEBASAwMTIzNDU2Nzg5YWJjZGVmIGZlZGNiYTk4NzY1NDMyMTABCHdzLTcBAAWfv8B2okAAAAAAAAAD6AGAAA"
                            + "AAAAAAAAAAAAAAAAABEHNlY3VyaXR5AAAAAAAAACoBAAEIVXNlcgZhbm4BAQhydWxlCGhhc2gBAQJzCFVzZXIABmFu"
                            + "bgZhbm4BAQhndWlkAQEIZ3VpZAg0NzExGkM6XGV4cGFuZC5leGUVAGUAeABwAGEAbgBkACAA/AAgThYQQ09SUFxhbm"
                            + "4oMjAyMC0wMy0wMVQwMDowMDowMFoOTUlTU0lORw==");
        }

        /** An event within it has a later version. */
        @Override
        protected String goldenBytes() {
            return "AQEBASAwMTIzNDU2Nzg5YWJjZGVmIGZlZGNiYTk4NzY1NDMyMTABCHdzLTcBAAWfv8B2okAAAAAAAAAD6AGAAAAAAA"
                    + "AAAAAAAAAAAAABEHNlY3VyaXR5AAAAAAAAACoCAAEIVXNlcgZhbm4BAQhydWxlCGhhc2gBAQJzCFVzZXIABmFubgZh"
                    + "bm4AAQEBASAwMTIzNDU2Nzg5YWJjZGVmIGZlZGNiYTk4NzY1NDMyMTABCHdzLTcBAAWfv8B2okAAAAAAAAAD6AGAAA"
                    + "AAAAAAAAAAAAAAAAABEHNlY3VyaXR5AAAAAAAAACoCAAEIVXNlcgZhbm4BAQhydWxlCGhhc2gBAQJzCFVzZXIABmFu"
                    + "bgZhbm4BAQhndWlkAQEIZ3VpZAg0NzExGkM6XGV4cGFuZC5leGUVAGUAeABwAGEAbgBkACAA/AAgThYQQ09SUFxhbm"
                    + "4oMjAyMC0wMy0wMVQwMDowMDowMFoOTUlTU0lORw==";
        }

        @Override
        protected Witness random(RandomValues random) {
            return random.witness();
        }
    }

    @Nested
    class Carries extends Law<Carry> {

        Carries() {
            super(Carry.class, new CarryCodec(), CARRY, "AQAFn7/AdMAAAAWfv8ENVoAAAAAAAAAAAwEGYW5uAAWfv8B0wAAEZTA=");
        }

        @Override
        protected int version() {
            return 2;
        }

        @Override
        protected String goldenBytes() {
            return "AgAFn7/AdMAAAAWfv8ENVoAAAAAAAAAAAwAAAAAAAAEsAQZhbm4ABZ+/wHTAAARlMA==";
        }

        @Override
        protected Carry goldenOfVersion1() {
            return CARRY_BEFORE;
        }

        @Override
        protected Carry random(RandomValues random) {
            return random.carry();
        }
    }

    @Nested
    class HistoryPages extends Law<HistoryPage> {

        HistoryPages() {
            super(
                    HistoryPage.class,
                    new HistoryPageCodec(),
                    PAGE,
                    "AQEABZ+/wHTAAAAFn7/BDVaAAAAAAAAAAAMBBmFubgAFn7/AdMAABGUwAQIEZTEBAAWfv8B2okAAAAAAAAAD6BpzZW"
                            + "N1cml0eSB3cy03AAAAAAAAACoIZ3VpZAEDAAKsAggzLjUw");
        }

        @Override
        protected String goldenBytes() {
            return "AQIABZ+/wHTAAAAFn7/BDVaAAAAAAAAAAAMAAAAAAAABLAEGYW5uAAWfv8B0wAAEZTABAgRlMQEABZ+/wHaiQAAAAAAAAAPoGnNlY3VyaXR5IHdzLTcAAAAAAAAAKghndWlkAQMAAqwCCDMuNTA=";
        }

        @Override
        protected HistoryPage goldenOfVersion1() {
            return new HistoryPage(CARRY_BEFORE, List.of(PLACED));
        }

        @Override
        protected HistoryPage random(RandomValues random) {
            return random.historyPage();
        }
    }

    @Nested
    class PageSummaries extends Law<PageSummary> {

        PageSummaries() {
            super(
                    PageSummary.class,
                    new PageSummaryCodec(),
                    SUMMARY,
                    "AQMABZ+/wHTAAARlMAAFn7/BDVaAQAAAAAAAAAAFCDEyLjU=");
        }

        @Override
        protected PageSummary random(RandomValues random) {
            return random.pageSummary();
        }
    }

    @Nested
    class Tolds extends Law<Told> {

        Tolds() {
            super(Told.class, new ToldCodec(), TOLD, "AQAFn7/AdMAABGUxAgRlMARlMQIy");
        }

        @Override
        protected Told random(RandomValues random) {
            return random.told();
        }
    }

    @Nested
    class Settlements extends Law<Settlement> {

        Settlements() {
            super(Settlement.class, new SettlementCodec(), SETTLEMENT, "AQ5tZWFuaW5nCGd1aWQCBmFubgh3cy03AAWfv8B0wAA=");
        }

        @Override
        protected Settlement random(RandomValues random) {
            return random.settlement();
        }
    }
}
