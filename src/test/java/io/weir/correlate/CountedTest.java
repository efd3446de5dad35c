package io.weir.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void isTheMapThatATreeWouldBeAfterAnyChanges() {
        var random = new Random(1);
        var counted = Counted.of(Map.of());
        var tree = new TreeMap<String, Integer>();
        for (int i = 0; i < 2_000; i++) {
            var name = "n" + random.nextInt(12);
            int more = random.nextInt(5) - 2;
            counted = counted.with(name, more);
            tree.merge(name, more, Integer::sum);
            tree.values().removeIf(count -> count <= 0);
            assertThat(counted).isEqualTo(tree).containsExactlyEntriesOf(tree);
            assertThat(counted.containsKey(name)).isEqualTo(tree.containsKey(name));
            assertThat(counted.get(name)).isEqualTo(tree.get(name));
        }
    }

    @Test
    void keepsTheOrderOfNamesAndIsTheVeryMapWhereItIsSuchAOne() {
        var counted = Counted.of(Map.of("b", 2, "a", 1, "c", 3));
        assertThat(counted.keySet()).containsExactly("a", "b", "c");
        assertThat(counted.values()).containsExactly(1, 2, 3);
        assertThat(Counted.of(counted)).isSameAs(counted);
    }
}
