package io.weir.cli.scenario;

import java.util.List;
import java.util.Random;

/** What is left to chance, all of it from one seed. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    /** True once in that many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** A whole number, both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A stretch of time in microseconds between two numbers of seconds. */
    long seconds(double least, double most) {
        return (long) ((least + random.nextDouble() * (most - least)) * Timeline.SECOND);
    }

    /** How long until something happens that happens that often on average: short waits are common, long ones are rare. */
    long waiting(long average) {
        return (long) (-Math.log(1 - random.nextDouble()) * average);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
