package io.weir.match.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntTableTest {

    @Test
    void hasTheNumberLastPutUnderEachKeyAndNoneUnderOthers() {
        var random = new Random(1);
        for (int keys = 1; keys < 500; keys++) {
            var table = new IntTable(keys);
            var numbers = new HashMap<Integer, Integer>();
            for (int i = 0; i < keys; i++) {
                int key = random.nextInt(2 * keys) << random.nextInt(32);
                table.put(key, i + 1);
                numbers.put(key, i + 1);
            }
            numbers.forEach((key, number) -> assertThat(table.get(key)).isEqualTo(number));
            int other = random.nextInt();
            assertThat(table.get(other)).isEqualTo(numbers.getOrDefault(other, 0));
        }
    }
}
