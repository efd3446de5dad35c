package io.weir.match;

import io.weir.match.sieve.FieldTest;
import io.weir.match.sieve.Need;
import io.weir.match.sieve.Source;
import io.weir.match.value.CaseFold;
import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a source of events asks of an event whose channel and id it takes. */
final class RouteNeeds {

    private RouteNeeds() {}

    static Need of(Route route) {
        var needs = new ArrayList<Need>();
        if (!route.providers().isEmpty()) {
            needs.add(fits(Source.Header.PROVIDER, new IsOneOf(route.providers())));
        }
        route.values().forEach((field, value) -> {
            // a null counts as the empty text here, and is no value to the sieve
            needs.add(
                    value.isEmpty()
                            ? Need.unknown()
                            : fits(new Source.Named(List.of(field)), new IsSame(CaseFold.fold(value))));
        });
        return Need.allOf(needs);
    }

    private static Need fits(Source source, OperandTest test) {
        return new Need.Answer(source, new FieldTest.Fits(Set.of(), test), true);
    }

    private record IsOneOf(Set<String> names) implements OperandTest {
        @Override
        public boolean fits(Operand value) {
            return names.contains(value.text().toLowerCase(Locale.ROOT));
        }
    }

    private record IsSame(String folded) implements OperandTest {
        @Override
        public boolean fits(Operand value) {
            return value.folded().equals(folded);
        }
    }
}
