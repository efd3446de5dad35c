package io.weir.job;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;

/**
 * What is to be done of the current key at its timers, and the counter of what was told of it, which goes when nothing is left to do.
 *
 * @param <F> what says what may be forgotten
 * @param <T> what says what is to be told
 */
final class Agenda<F, T> {

    private final AtHand atHand;
    private final ReminderState<F> reminders;
    private final ReminderState<T> tellings;
    private final SequenceState sequence;

    /**
     * Opens states whose names never change once released.
     *
     * @param toTell the name of the state of what is to be told
     */
    Agenda(AtHand atHand, TypeInformation<F> forgotten, String toTell, TypeInformation<T> told) {
        this.atHand = atHand;
        this.reminders = new ReminderState<>(atHand, "reminders", forgotten, Patience.TO_FORGET);
        this.tellings = new ReminderState<>(atHand, toTell, told, Patience.TO_TELL);
        this.sequence = new SequenceState(atHand, "sequence");
    }

    /** Has timers registered with the service of the element or timer in hand. */
    void with(TimerService timers) {
        reminders.with(timers);
        tellings.with(timers);
    }

    void forgetAfter(long micros, F what) {
        reminders.add(micros, what);
    }

    void tellAfter(long micros, T what) {
        tellings.add(micros, what);
    }

    /** What may be forgotten at the timer of that time, in milliseconds. */
    Iterable<F> takeForgotten(long millis) {
        return reminders.take(millis);
    }

    /** What is to be told at the timer of that time, in milliseconds. */
    Iterable<T> takeTold(long millis) {
        return tellings.take(millis);
    }

    long nextSequence() {
        return sequence.next();
    }

    /**
     * Forgets all of the key at once, where nothing is left to do but what is due and was taken, so that nothing stays; not of a key that has much. A quiet key goes
     * as it came, and each thing by itself cost as much as taking it in.
     *
     * @return whether it did
     */
    boolean forgetAllAtOnce() {
        boolean isAll = atHand.isSmall() && isDone();
        if (isAll) {
            atHand.clear();
        }
        return isAll;
    }

    private boolean isDone() {
        return reminders.isEmpty() && tellings.isEmpty();
    }

    /** Where nothing is left to do the counter goes, too, and then nothing is left of the key. */
    void clearIfDone() {
        if (isDone()) {
            sequence.clear();
            atHand.lessen();
        }
    }
}
