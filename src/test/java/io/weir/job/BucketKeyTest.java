package io.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketKeyTest {

    @ParameterizedTest
    @CsvSource({"'', 0", "'', -7", "group, 142857", "'12/3', -9223372036854775808"})
    void isWhatItsTextSays(String group, long index) {
        var key = new BucketKey(group, index);
        assertThat(BucketKey.of(key.text())).isEqualTo(key).hasSameHashCodeAs(key);
    }

    @ParameterizedTest
    @CsvSource({"'', 5", "meaning, 5"})
    void isInTheStateAsEarlierBuildsWroteIt(String group, long index) {
        assertThat(new BucketKey(group, index).text()).isEqualTo(index + "\0" + group);
    }

    @Test
    void takesAGroupWithPartsOfItsOwn() {
        var key = new BucketKey("meaning\0process\0value", 3);
        assertThat(BucketKey.of(key.text())).isEqualTo(key);
    }

    /** A table with many keys of one hash asks for their order: of 5,000 without one it looked through all each time, 2 s where it takes 0.1. */
    @ParameterizedTest
    @CsvSource({"ab, 1, ab, 1, 0", "ab, 1, bC, 1, -1", "bC, 1, ab, 1, 1", "bC, 1, ab, 2, -1", "ab, 2, bC, 1, 1"})
    void hasAnOrderThatTellsKeysOfOneHashApart(
            String group, long index, String otherGroup, long otherIndex, int order) {
        assertThat("ab").hasSameHashCodeAs("bC");
        Comparable<BucketKey> key = new BucketKey(group, index);
        assertThat(Integer.signum(key.compareTo(new BucketKey(otherGroup, otherIndex))))
                .isEqualTo(order);
    }
}
