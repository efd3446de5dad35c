package io.weir.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowingTest {

    @Test
    void keepsTheOrderInWhichElementsCame() {
        assertThat(upTo(500)).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void hasEachElementOnce() {
        for (int size : List.of(1, 16, 17, 500)) {
            var list = upTo(size);

            assertThat(Growing.with(list, 0)).isSameAs(list);
            assertThat(Growing.with(list, size - 1)).isSameAs(list);
        }
    }

    @Test
    void theOneBeforeStaysAsItWas() {
        for (int size : List.of(0, 15, 16, 17, 40)) {
            var list = upTo(size);
            var grown = Growing.with(list, -1);

            assertThat(list).isEqualTo(upTo(size));
            assertThat(Growing.with(list, -2)).endsWith(-2).hasSize(size + 1).doesNotContain(-1);
            assertThat(grown).endsWith(-1).hasSize(size + 1);
            assertThatThrownBy(() -> list.get(size)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static List<Integer> upTo(int size) {
        var list = List.<Integer>of();
        for (int i = 0; i < size; i++) {
            list = Growing.with(list, i);
        }
        return list;
    }
}
