package io.weir.correlate;

import java.util.IdentityHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers that hold for one moment of a host: who asks again about the same event, the very object, gets the same again. A start is asked some eight times who
 * its twin is, from as many sides; answering once, and
 * looking without streams, halved what an event of a host costs without storage: 43 µs to 21 for a quiet one.
 *
 * @param <Q> what is asked about
 * @param <A> what is answered
 */
final class Asked<Q, A> {

    private final Function<Q, A> answer;

    /** Most are asked one question only. */
    private @Nullable Q first;

    private @Nullable A firstAnswer;
    private @Nullable IdentityHashMap<Q, A> others;

    Asked(Function<Q, A> answer) {
        this.answer = answer;
    }

    A about(Q question) {
        var known = known(question);
        return known == null ? found(question) : known;
    }

    @SuppressWarnings("ReferenceEquality") // It is asked about the very object.
    private @Nullable A known(Q question) {
        if (question == first) {
            return firstAnswer;
        }
        return others == null ? null : others.get(question);
    }

    private A found(Q question) {
        var found = answer.apply(question);
        if (first == null) {
            first = question;
            firstAnswer = found;
        } else {
            if (others == null) {
                others = new IdentityHashMap<>(4);
            }
            others.put(question, found);
        }
        return found;
    }
}
