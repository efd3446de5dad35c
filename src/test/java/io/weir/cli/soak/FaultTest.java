package io.weir.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaultTest {

    private static final List<Fault> ALL = List.of(Fault.values());

    @Test
    void eachKindComesAsOftenAsAnyOtherOrOnceLess() {
        var dealt = Fault.dealt(ALL, 20, new Random(1));

        assertThat(dealt).hasSize(20);
        assertThat(ALL)
                .allSatisfy(
                        kind -> assertThat(Collections.frequency(dealt, kind)).isBetween(2, 3));
    }

    @Test
    void theSameSeedDealsTheSameAndAnotherSomethingElse() {
        assertThat(Fault.dealt(ALL, 50, new Random(7)))
                .isEqualTo(Fault.dealt(ALL, 50, new Random(7)))
                .isNotEqualTo(Fault.dealt(ALL, 50, new Random(8)));
    }

    @Test
    void ofOneKindThereAreAsManyAsAskedFor() {
        assertThat(Fault.dealt(List.of(Fault.POISON), 3, new Random(1)))
                .containsExactly(Fault.POISON, Fault.POISON, Fault.POISON);
    }
}
