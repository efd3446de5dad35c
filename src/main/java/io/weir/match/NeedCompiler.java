package io.weir.match;

import io.weir.match.sieve.Need;
import io.weir.match.sieve.Source;
import io.weir.rule.FieldOrigin;
import java.util.List;
import java.util.Map;

/**
 * Puts what a rule asks of an event as the {@link Need} that the sieve goes by. It may say less than the rule, never more: what is {@link Need#unknown
 * unknown} to it is judged by the rule itself.
 *
 * @param names where the fields come from that the events have otherwise
 * @param eventId what is known of the event id
 * @param wanted whether matchers are to fit, or not to
 */
record NeedCompiler(Map<String, FieldOrigin> names, KnownEventId eventId, boolean wanted)
        implements Matcher.Cases<Need> {

    /** What events must have for a candidate to match them. */
    static Need need(Candidate candidate, KnownEventId eventId) {
        var route = candidate.route();
        var rule = candidate.rule().matcher().match(new NeedCompiler(route.names(), eventId, true));
        return Need.allOf(List.of(RouteNeeds.of(route), rule));
    }

    private NeedCompiler opposite() {
        return new NeedCompiler(names, eventId, !wanted);
    }

    private Need joined(List<Need> parts, boolean all) {
        return all == wanted ? Need.allOf(parts) : Need.anyOf(parts);
    }

    private List<Need> needs(List<Matcher> parts) {
        return parts.stream().map(part -> part.match(this)).toList();
    }

    @Override
    public Need allOf(Matcher.AllOf matcher) {
        return joined(needs(matcher.parts()), true);
    }

    @Override
    public Need anyOf(Matcher.AnyOf matcher) {
        return joined(needs(matcher.parts()), false);
    }

    @Override
    public Need not(Matcher.Not matcher) {
        return matcher.part().match(opposite());
    }

    @Override
    public Need item(ItemMatcher matcher) {
        if (matcher.negated()) {
            return opposite().values(matcher);
        }
        return values(matcher);
    }

    private Need values(ItemMatcher matcher) {
        var known = eventId.answer(matcher, names);
        if (known.isPresent()) {
            return known.get() == wanted ? Need.nothing() : Need.impossible();
        }
        var source = source(matcher.field());
        if (matcher.all()) {
            return joined(
                    matcher.values().stream()
                            .map(value -> ItemTests.need(value.ways(), source, wanted))
                            .toList(),
                    true);
        }
        var ways = matcher.values().stream()
                .flatMap(value -> value.ways().stream())
                .toList();
        return ItemTests.need(ways, source, wanted);
    }

    private Source source(String field) {
        if (field.isEmpty()) {
            return new Source.Everything();
        }
        var origin = names.get(field);
        return origin == null ? new Source.Named(List.of(field)) : OriginSource.of(origin);
    }
}
