package io.weir.match.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AlikeTest {

    private final Alike alike = new Alike();

    @Test
    void givesSetsThatAreEqualAsOneObject() {
        long[] first = alike.of(new long[] {1, 2});

        assertThat(alike.of(new long[] {1, 2})).isSameAs(first);
    }

    /** Of more sets than it remembers some have one place. */
    @Test
    void givesASetThatIsEqualHoweverManyThereAre() {
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            long[] set = {random.nextInt(30), random.nextInt(30)};
            assertThat(alike.of(set.clone())).containsExactly(set);
        }
    }
}
