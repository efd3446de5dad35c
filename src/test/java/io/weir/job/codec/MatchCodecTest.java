package io.weir.job.codec;

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
import org.junit.jupiter.api.Nested;

/** The laws, for each type that leaves the match operator. */
class MatchCodecTest {

    private static final Stamp TIME = new Stamp(1_583_020_800_123_456L, 1);
    private static final EventIdentity IDENTITY =
            new EventIdentity("0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210");
    private static final ProcessFacts PROCESS = new ProcessFacts(
            ProcessFacts.Life.START,
            "guid",
            "parent",
            "4711",
            "4",
            "C:\\expand.exe",
            "expand \u00fc \u4e16",
            "CORP\\ann",
            "C:\\cmd.exe",
            "cmd",
            ProcessFacts.Log.SYSMON,
            "10.0.0.1|5 10.0.0.2|443");
    private static final ProcessFacts PROCESS_OF_VERSION_1 = withoutConnection(PROCESS);
    private static final MatchedField FIELD =
            new MatchedField("selection", "Image", "endswith", "\\\\expand.exe", "C:\\expand.exe");
    private static final RuleMatch MATCH = new RuleMatch("rule", "hash", List.of(FIELD));
    private static final EventFacts EVENT = new EventFacts(
            IDENTITY, new HostId("ws-7"), TIME, Stamp.NONE, "security", 42, PROCESS, Map.of("Image", "C:\\expand.exe"));

    private static ProcessFacts withoutConnection(ProcessFacts facts) {
        return new ProcessFacts(
                facts.life(),
                facts.guid(),
                facts.parentGuid(),
                facts.pid(),
                facts.parentPid(),
                facts.image(),
                facts.commandLine(),
                facts.user(),
                facts.parentImage(),
                facts.parentCommandLine(),
                facts.log(),
                "");
    }

    private static EventFacts ofVersion1(EventFacts event) {
        return new EventFacts(
                event.identity(),
                event.host(),
                event.time(),
                event.arrival(),
                event.channel(),
                event.recordNumber(),
                PROCESS_OF_VERSION_1,
                event.fields());
    }

    @Nested
    class Stamps extends CodecLaws<Stamp> {

        @Override
        protected Codec<Stamp> codec() {
            return new StampCodec();
        }

        @Override
        protected Class<Stamp> type() {
            return Stamp.class;
        }

        @Override
        protected Stamp random(RandomValues random) {
            return random.stamp();
        }

        @Override
        protected Stamp golden() {
            return TIME;
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return "AQAFn7/AdqJAAAAAAAAAAAE=";
        }
    }

    @Nested
    class Hosts extends CodecLaws<HostId> {

        @Override
        protected Codec<HostId> codec() {
            return new HostIdCodec();
        }

        @Override
        protected Class<HostId> type() {
            return HostId.class;
        }

        @Override
        protected HostId random(RandomValues random) {
            return random.host();
        }

        @Override
        protected HostId golden() {
            return new HostId("ws-7.corp.example");
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return "ASJ3cy03LmNvcnAuZXhhbXBsZQ==";
        }
    }

    @Nested
    class Identities extends CodecLaws<EventIdentity> {

        @Override
        protected Codec<EventIdentity> codec() {
            return new EventIdentityCodec();
        }

        @Override
        protected Class<EventIdentity> type() {
            return EventIdentity.class;
        }

        @Override
        protected EventIdentity random(RandomValues random) {
            return random.identity();
        }

        @Override
        protected EventIdentity golden() {
            return IDENTITY;
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return "AUAwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZkBmZWRjYmE5ODc2NTQzMjEwZmVkY2JhOTg3NjU0MzIxMA==";
        }
    }

    @Nested
    class Processes extends CodecLaws<ProcessFacts> {

        @Override
        protected Codec<ProcessFacts> codec() {
            return new ProcessFactsCodec();
        }

        @Override
        protected Class<ProcessFacts> type() {
            return ProcessFacts.class;
        }

        @Override
        protected ProcessFacts random(RandomValues random) {
            return random.process();
        }

        @Override
        protected ProcessFacts golden() {
            return PROCESS;
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return "AQIIZ3VpZAxwYXJlbnQINDcxMQI0GkM6XGV4cGFuZC5leGUVAGUAeABwAGEAbgBkACAA/AAgThYQQ09SUFxhbm4UQzpcY21kLmV4ZQZjbWQ=";
        }

        @Override
        protected ProcessFacts goldenOfVersion1() {
            return PROCESS_OF_VERSION_1;
        }

        @Override
        protected int version() {
            return 2;
        }

        @Override
        protected String goldenBytes() {
            return "AgIIZ3VpZAxwYXJlbnQINDcxMQI0GkM6XGV4cGFuZC5leGUVAGUAeABwAGEAbgBkACAA/AAgThYQQ09SUFxhbm4UQz"
                    + "pcY21kLmV4ZQZjbWQBLjEwLjAuMC4xfDUgMTAuMC4wLjJ8NDQz";
        }
    }

    @Nested
    class MatchedFields extends CodecLaws<MatchedField> {

        @Override
        protected Codec<MatchedField> codec() {
            return new MatchedFieldCodec();
        }

        @Override
        protected Class<MatchedField> type() {
            return MatchedField.class;
        }

        @Override
        protected MatchedField random(RandomValues random) {
            return random.matchedField();
        }

        @Override
        protected MatchedField golden() {
            return FIELD;
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return "ARJzZWxlY3Rpb24KSW1hZ2UQZW5kc3dpdGgYXFxleHBhbmQuZXhlGkM6XGV4cGFuZC5leGU=";
        }
    }

    @Nested
    class RuleMatches extends CodecLaws<RuleMatch> {

        @Override
        protected Codec<RuleMatch> codec() {
            return new RuleMatchCodec();
        }

        @Override
        protected Class<RuleMatch> type() {
            return RuleMatch.class;
        }

        @Override
        protected RuleMatch random(RandomValues random) {
            return random.ruleMatch();
        }

        @Override
        protected RuleMatch golden() {
            return MATCH;
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return "AQhydWxlCGhhc2gBARJzZWxlY3Rpb24KSW1hZ2UQZW5kc3dpdGgYXFxleHBhbmQuZXhlGkM6XGV4cGFuZC5leGU=";
        }
    }

    @Nested
    class Events extends CodecLaws<EventFacts> {

        @Override
        protected Codec<EventFacts> codec() {
            return new EventFactsCodec();
        }

        @Override
        protected Class<EventFacts> type() {
            return EventFacts.class;
        }

        @Override
        protected EventFacts random(RandomValues random) {
            return random.eventFacts();
        }

        @Override
        protected EventFacts golden() {
            return EVENT;
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return "AQFAMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWZAZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTABCHdzLTcBAAWfv8B2ok"
                    + "AAAAAAAAAAAQGAAAAAAAAAAAAAAAAAAAABEHNlY3VyaXR5AAAAAAAAACoBAghndWlkDHBhcmVudAg0NzExAjQaQzpcZXhwYW5kLmV4ZRUAZQB4"
                    + "AHAAYQBuAGQAIAD8ACBOFhBDT1JQXGFubhRDOlxjbWQuZXhlBmNtZAEKSW1hZ2UaQzpcZXhwYW5kLmV4ZQ==";
        }

        @Override
        protected EventFacts goldenOfVersion1() {
            return ofVersion1(EVENT);
        }

        @Override
        protected String goldenBytes() {
            return "AQFAMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWZAZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMT"
                    + "ABCHdzLTcBAAWfv8B2okAAAAAAAAAAAQGAAAAAAAAAAAAAAAAAAAABEHNlY3VyaXR5AAAAAAAAACoCAghndWlkDHBh"
                    + "cmVudAg0NzExAjQaQzpcZXhwYW5kLmV4ZRUAZQB4AHAAYQBuAGQAIAD8ACBOFhBDT1JQXGFubhRDOlxjbWQuZXhlBm"
                    + "NtZAEuMTAuMC4wLjF8NSAxMC4wLjAuMnw0NDMBCkltYWdlGkM6XGV4cGFuZC5leGU=";
        }
    }

    @Nested
    class MatchedEvents extends CodecLaws<MatchedEvent> {

        @Override
        protected Codec<MatchedEvent> codec() {
            return new MatchedEventCodec();
        }

        @Override
        protected Class<MatchedEvent> type() {
            return MatchedEvent.class;
        }

        @Override
        protected MatchedEvent random(RandomValues random) {
            return random.matchedEvent();
        }

        @Override
        protected MatchedEvent golden() {
            return new MatchedEvent(EVENT, List.of(MATCH));
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return "AQEBQDAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVmQGZlZGNiYTk4NzY1NDMyMTBmZWRjYmE5ODc2NTQzMjEwAQh3cy03AQAFn7/Adq"
                    + "JAAAAAAAAAAAEBgAAAAAAAAAAAAAAAAAAAARBzZWN1cml0eQAAAAAAAAAqAQIIZ3VpZAxwYXJlbnQINDcxMQI0GkM6XGV4cGFuZC5leGUVAGUA"
                    + "eABwAGEAbgBkACAA/AAgThYQQ09SUFxhbm4UQzpcY21kLmV4ZQZjbWQBCkltYWdlGkM6XGV4cGFuZC5leGUBAQhydWxlCGhhc2gBARJzZWxlY3"
                    + "Rpb24KSW1hZ2UQZW5kc3dpdGgYXFxleHBhbmQuZXhlGkM6XGV4cGFuZC5leGU=";
        }

        @Override
        protected MatchedEvent goldenOfVersion1() {
            return new MatchedEvent(ofVersion1(EVENT), List.of(MATCH));
        }

        @Override
        protected String goldenBytes() {
            return "AQEBQDAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVmQGZlZGNiYTk4NzY1NDMyMTBmZWRjYmE5ODc2NTQzMj"
                    + "EwAQh3cy03AQAFn7/AdqJAAAAAAAAAAAEBgAAAAAAAAAAAAAAAAAAAARBzZWN1cml0eQAAAAAAAAAqAgIIZ3VpZAxw"
                    + "YXJlbnQINDcxMQI0GkM6XGV4cGFuZC5leGUVAGUAeABwAGEAbgBkACAA/AAgThYQQ09SUFxhbm4UQzpcY21kLmV4ZQ"
                    + "ZjbWQBLjEwLjAuMC4xfDUgMTAuMC4wLjJ8NDQzAQpJbWFnZRpDOlxleHBhbmQuZXhlAQEIcnVsZQhoYXNoAQESc2Vs"
                    + "ZWN0aW9uCkltYWdlEGVuZHN3aXRoGFxcZXhwYW5kLmV4ZRpDOlxleHBhbmQuZXhl";
        }
    }
}
