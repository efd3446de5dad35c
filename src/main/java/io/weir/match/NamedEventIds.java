package io.weir.match;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Gathers the event ids that rules name as numbers. */
final class NamedEventIds implements Matcher.Cases<Boolean> {

    private final Set<Integer> ids = new HashSet<>();

    static Set<Integer> of(Collection<Candidate> candidates) {
        var named = new NamedEventIds();
        candidates.forEach(candidate -> candidate.rule().matcher().match(named));
        return named.ids;
    }

    @Override
    public Boolean allOf(Matcher.AllOf matcher) {
        matcher.parts().forEach(part -> part.match(this));
        return true;
    }

    @Override
    public Boolean anyOf(Matcher.AnyOf matcher) {
        matcher.parts().forEach(part -> part.match(this));
        return true;
    }

    @Override
    public Boolean not(Matcher.Not matcher) {
        return matcher.part().match(this);
    }

    @Override
    public Boolean item(ItemMatcher matcher) {
        if (matcher.field().equals(KnownEventId.FIELD)) {
            matcher.values().stream().flatMap(value -> value.ways().stream()).forEach(this::add);
        }
        return true;
    }

    private void add(ValueMatcher way) {
        if (way instanceof ValueMatcher.AnyValue any && any.test() instanceof SameNumber same && isId(same.number())) {
            ids.add(same.number().intValue());
        }
    }

    private static boolean isId(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }
}
