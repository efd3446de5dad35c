package io.weir.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InventoryTest {

    private static final int MANY = 20_000;
    private static final int AMPLE = 1 << 20;

    @Test
    void knowsWhatIsThereWhateverCameAndWent() {
        var inventory = new Inventory(AMPLE);
        var there = new ArrayList<Integer>();
        var random = new Random(7);
        for (int i = 0; i < MANY; i++) {
            if (there.size() > 50 && random.nextInt(5) < 2) {
                inventory.remove(there.remove(random.nextInt(there.size())));
            } else {
                // Few hashes, so that many entries have the same.
                int hash = Inventory.hash(random.nextInt(3), random.nextInt(MANY / 8));
                inventory.add(hash);
                there.add(hash);
            }
        }
        assertThat(there).hasSizeGreaterThan(MANY / 10).allMatch(inventory::mayHave);
        assertThat(inventory.isFull()).isFalse();

        there.forEach(inventory::remove);
        assertThat(there).noneMatch(inventory::mayHave);
    }

    @Test
    void whatIsNotThereIsHardlyEverTakenToBe() {
        var inventory = new Inventory(AMPLE);
        for (int i = 0; i < MANY; i++) {
            inventory.add(Inventory.hash(1, "there " + i));
        }
        int taken = 0;
        for (int i = 0; i < MANY; i++) {
            taken += inventory.mayHave(Inventory.hash(1, "not there " + i)) ? 1 : 0;
            taken += inventory.mayHave(Inventory.hash(2, "there " + i)) ? 1 : 0;
        }
        assertThat(taken).isLessThan(5);
    }

    @Test
    void saysSoWhereThereIsNoRoomAndNeverTakesMore() {
        var inventory = new Inventory(4_096);
        for (int i = 0; i < MANY && !inventory.isFull(); i++) {
            inventory.add(Inventory.hash(0, i));
        }
        assertThat(inventory.isFull()).isTrue();
        assertThat(inventory.weight()).isLessThanOrEqualTo(4_096);
        assertThat(new Inventory(0).isFull()).isTrue();
    }

    @Test
    void keysWithOneHashThatSomebodyHasMadeFillIt() {
        var inventory = new Inventory(AMPLE);
        for (int i = 0; i < MANY && !inventory.isFull(); i++) {
            inventory.add(
                    Inventory.hash(0, List.of("AaAa", "BBBB", "AaBB", "BBAa").get(i % 4)));
        }
        assertThat(inventory.isFull()).isTrue();
    }

    @Test
    void nothingGoesThatIsNotThere() {
        var inventory = new Inventory(AMPLE);
        inventory.add(Inventory.hash(0, "one"));
        assertThatThrownBy(() -> inventory.remove(Inventory.hash(0, "another")))
                .isInstanceOf(IllegalStateException.class);
    }
}
