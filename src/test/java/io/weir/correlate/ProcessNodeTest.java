package io.weir.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a node's last event was, as far as the node says it. */
class ProcessNodeTest {

    private static final long MILLI = 1_000;
    private static final long WIDTH = HostReader.WIDTH;

    @Test
    void nothingIsAfterItsLastEventInWhateverOrderTheyCome() {
        var node = ProcessNode.EMPTY
                .withEvent(5 * WIDTH + 30 * MILLI)
                .withEvent(2 * WIDTH)
                .withEvent(5 * WIDTH);
        assertThat(node.buckets()).containsExactly(2L, 5L);
        assertThat(node.isOverBefore(5 * WIDTH + 30 * MILLI)).isFalse();
        assertThat(node.isOverBefore(5 * WIDTH + 31 * MILLI)).isTrue();
    }

    @Test
    void whereItsLastBucketGoesTheOneBeforeMayHaveAnythingInIt() {
        var node = ProcessNode.EMPTY.withEvent(2 * WIDTH).withEvent(5 * WIDTH).withoutBucket(5);
        assertThat(node.isOverBefore(3 * WIDTH - 1)).isFalse();
        assertThat(node.isOverBefore(3 * WIDTH)).isTrue();
    }

    @Test
    void withoutAnyBucketItIsOver() {
        assertThat(ProcessNode.EMPTY.isOverBefore(Long.MIN_VALUE)).isTrue();
        assertThat(ProcessNode.EMPTY.withEvent(7).withoutBucket(0)).isEqualTo(ProcessNode.EMPTY);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isNeverOverBeforeAnEventThatIsThere(long seed) {
        var random = new Random(seed);
        var node = ProcessNode.EMPTY;
        var times = new ArrayList<Long>();
        for (int i = 0; i < 200; i++) {
            if (random.nextInt(3) > 0 || times.isEmpty()) {
                long micros = random.nextLong(-3 * WIDTH, 4 * WIDTH);
                times.add(micros);
                node = node.withEvent(micros);
            } else {
                long bucket = HostReader.bucket(times.get(random.nextInt(times.size())));
                times.removeIf(micros -> HostReader.bucket(micros) == bucket);
                node = node.withoutBucket(bucket);
            }
            assertThat(node.buckets())
                    .containsExactlyElementsOf(
                            new TreeSet<>(times.stream().map(HostReader::bucket).toList()));
            assertThat(times).noneMatch(node::isOverBefore);
        }
    }
}
