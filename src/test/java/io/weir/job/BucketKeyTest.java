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
}
