package io.weir.match.sieve;

import io.weir.event.ScannedEvent;
import io.weir.match.expression.ExpressionRun;
import io.weir.match.value.Operand;
import org.jspecify.annotations.Nullable;

/** A value that is not made before a test wants it. For one thread. */
interface Held {

    /** No value: no test is open before one is read. */
    Held NOTHING = new AsText(Operand.NOTHING);

    Operand value();

    /** How long it is, in bytes or in characters. */
    int length();

    /** What the run finds in it: one bit for each of its expressions. */
    long foundBy(ExpressionRun run);

    /** A value that is there. */
    record AsText(Operand value) implements Held {
        @Override
        public int length() {
            return value.text().length();
        }

        @Override
        public long foundBy(ExpressionRun run) {
            return run.findIn(value.text());
        }
    }

    /** A value in an event's bytes. */
    final class InEvent implements Held {
        private final ScannedEvent event;
        private final int slot;
        private @Nullable Operand made;

        InEvent(ScannedEvent event, int slot) {
            this.event = event;
            this.slot = slot;
        }

        @Override
        public Operand value() {
            var known = made;
            if (known == null) {
                known = Operand.of(event.value(slot)).findFirst().orElseThrow();
                made = known;
            }
            return known;
        }

        @Override
        public int length() {
            return event.to(slot) - event.from(slot);
        }

        @Override
        public long foundBy(ExpressionRun run) {
            byte[] json = event.bytes();
            int to = event.to(slot);
            int state = run.start();
            long found = run.found(state);
            for (int at = event.from(slot); at < to && !run.isDone(state, found); ) {
                byte one = json[at];
                boolean isPlain = one >= 0 && one != '\\';
                state = run.step(state, isPlain ? one : JsonPoint.at(json, at));
                at += isPlain ? 1 : JsonPoint.length(json, at);
                found |= run.finds(state) ? run.found(state) : 0;
            }
            return found | run.foundAtEnd(state, event.from(slot) == to);
        }
    }
}
