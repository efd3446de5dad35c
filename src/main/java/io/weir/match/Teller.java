package io.weir.match;

import io.weir.match.Part.Join;
import java.util.List;

/** What of a rule, or of a part of it, an event fulfils: the slow twin of {@link Matcher}, which keeps the rule's own words. */
interface Teller {

    Part of(Fields event);

    static Teller joined(Join join, String name, List<Teller> parts) {
        return event -> Part.Joined.of(
                join, name, parts.stream().map(part -> part.of(event)).toList());
    }
}
