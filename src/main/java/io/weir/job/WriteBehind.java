package io.weir.job;

import org.apache.flink.streaming.api.functions.KeyedProcessFunction;

/**
 * A function that keeps its state {@link AtHand}. It runs in a {@link WriteBehindOperator}, without which nothing would be written.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
abstract class WriteBehind<I, O> extends KeyedProcessFunction<String, I, O> {

    private static final long serialVersionUID = 1L;

    /** Its states; there once it is open. */
    abstract AtHand atHand();
}
