package io.weir.job.codec;

import io.weir.alert.AlertRule;
import io.weir.incident.Enrolled;
import io.weir.incident.Incident;
import io.weir.incident.Incident.Extent;
import io.weir.incident.Incident.Moment;
import io.weir.incident.IncidentMember;
import io.weir.incident.Span;
import io.weir.incident.Stage;
import io.weir.incident.Tie;
import io.weir.incident.Tie.Bond;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;

/** The laws, for each type that is in the state of incidents, or goes there. */
class IncidentCodecTest {

    private static final AlertRule RULE = new AlertRule("rule", "Title \u00fc \u4e16", "high", List.of("attack.t1218"));
    private static final Tie TIE = new Tie(Bond.TREE, "process:guid", 1_583_020_800_000_000L, 1_583_020_800_123_456L);
    private static final IncidentMember MEMBER = new IncidentMember(
            "ws-7", "a1", RULE, "e1", 1_583_020_800_000_000L, 1_583_020_800_123_456L, List.of(TIE), true);
    private static final Enrolled ENROLLED = new Enrolled(42, MEMBER);
    private static final Span SPAN = new Span(1_583_020_800_000_000L, 1_583_020_800_123_456L, -3);
    private static final Incident INCIDENT = new Incident(
            "ws-7",
            2,
            new Moment(1_583_020_800_000_000L, "e1"),
            1_583_020_800_123_456L,
            List.of(new Moment(1_583_020_800_000_000L, "a1")),
            new TreeMap<>(Map.of("rule", new Stage(RULE, 1_583_020_800_000_000L, 1_583_020_800_123_456L, 300))),
            Extent.BOUNDED,
            true);

    private static AlertRule rule(RandomValues random) {
        return new AlertRule(random.text(), random.text(), random.text(), random.list(3, random::text));
    }

    private static Tie tie(RandomValues random) {
        long one = random.number();
        long other = random.number();
        return new Tie(
                List.of(Bond.values()).get(random.below(Bond.values().length)),
                random.text(),
                Math.min(one, other),
                Math.max(one, other));
    }

    private static IncidentMember member(RandomValues random) {
        long one = random.number();
        long other = random.number();
        return new IncidentMember(
                random.text(),
                random.text(),
                rule(random),
                random.text(),
                Math.min(one, other),
                Math.max(one, other),
                random.list(3, () -> tie(random)),
                random.flag());
    }

    private static Moment moment(RandomValues random) {
        return new Moment(random.number(), random.text());
    }

    @Nested
    class Rules extends CorrelationCodecTest.Law<AlertRule> {
        Rules() {
            super(
                    AlertRule.class,
                    new AlertRuleCodec(),
                    RULE,
                    "AQhydWxlEwBUAGkAdABsAGUAIAD8ACBOFghoaWdoARhhdHRhY2sudDEyMTg=");
        }

        @Override
        protected AlertRule random(RandomValues random) {
            return rule(random);
        }
    }

    @Nested
    class Ties extends CorrelationCodecTest.Law<Tie> {
        Ties() {
            super(Tie.class, new TieCodec(), TIE, "AQhUUkVFGHByb2Nlc3M6Z3VpZAAFn7/AdMAAAAWfv8B2okA=");
        }

        @Override
        protected Tie random(RandomValues random) {
            return tie(random);
        }
    }

    @Nested
    class Members extends CorrelationCodecTest.Law<IncidentMember> {
        Members() {
            super(
                    IncidentMember.class,
                    new IncidentMemberCodec(),
                    MEMBER,
                    "AQh3cy03BGExAQhydWxlEwBUAGkAdABsAGUAIAD8ACBOFghoaWdoARhhdHRhY2sudDEyMTgEZTEABZ+/wHTAAAAFn7/AdqJAAQEIVFJFRRhwcm9jZXNzOmd1aWQABZ+/wHTAAAAFn7/AdqJAAQ==");
        }

        @Override
        protected IncidentMember random(RandomValues random) {
            return member(random);
        }
    }

    @Nested
    class EnrolledMembers extends CorrelationCodecTest.Law<Enrolled> {
        EnrolledMembers() {
            super(
                    Enrolled.class,
                    new EnrolledCodec(),
                    ENROLLED,
                    "AQAAAAAAAAAqAQh3cy03BGExAQhydWxlEwBUAGkAdABsAGUAIAD8ACBOFghoaWdoARhhdHRhY2sudDEyMTgEZTEABZ+/wHTAAAAFn7/AdqJAAQEIVFJFRRhwcm9jZXNzOmd1aWQABZ+/wHTAAAAFn7/AdqJAAQ==");
        }

        @Override
        protected Enrolled random(RandomValues random) {
            return new Enrolled(random.number(), member(random));
        }
    }

    @Nested
    class Spans extends CorrelationCodecTest.Law<Span> {
        Spans() {
            super(Span.class, new SpanCodec(), SPAN, "AQAFn7/AdMAAAAWfv8B2okD//////////Q==");
        }

        @Override
        protected Span random(RandomValues random) {
            return new Span(random.number(), random.number(), random.number());
        }
    }

    @Nested
    class Incidents extends CorrelationCodecTest.Law<Incident> {
        Incidents() {
            super(
                    Incident.class,
                    new IncidentCodec(),
                    INCIDENT,
                    "AQh3cy03AgAFn7/AdMAABGUxAAWfv8B2okABAAWfv8B0wAAEYTEBCHJ1bGUBCHJ1bGUTAFQAaQB0AGwAZQAgAPwAIE4WCGhpZ2gBGGF0dGFjay50MTIxOAAFn7/AdMAAAAWfv8B2okCsAg5CT1VOREVEAQ==");
        }

        @Override
        protected Incident random(RandomValues random) {
            var stages = new TreeMap<String, Stage>();
            random.list(3, random::text)
                    .forEach(rule -> stages.put(
                            rule, new Stage(rule(random), random.number(), random.number(), random.count())));
            return new Incident(
                    random.text(),
                    random.count(),
                    moment(random),
                    random.number(),
                    random.list(4, () -> moment(random)),
                    stages,
                    List.of(Extent.values()).get(random.below(Extent.values().length)),
                    random.flag());
        }
    }
}
