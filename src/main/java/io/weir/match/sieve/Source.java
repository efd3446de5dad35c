package io.weir.match.sieve;

import io.weir.event.Event;
import io.weir.match.value.Operand;
import java.util.List;
import java.util.Optional;

/** Where the values come from that a rule asks about. */
public sealed interface Source {

    <R> R match(Cases<R> cases);

    /** The first of these fields that the event has. */
    record Named(List<String> names) implements Source {
        public Named {
            names = List.copyOf(names);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.named(this);
        }
    }

    /** The provider, as the log system names it. */
    enum Header implements Source {
        PROVIDER;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.header(this);
        }
    }

    /** All values of the event. */
    record Everything() implements Source {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.everything(this);
        }
    }

    /**
     * Something that is worked out for each event.
     *
     * @param key two with equal keys are one
     */
    record WorkedOut(Object key, Reader reader) implements Source {
        @Override
        public boolean equals(Object other) {
            return other instanceof WorkedOut source && key.equals(source.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.workedOut(this);
        }
    }

    /** Works something out. */
    interface Reader {
        /** The values, or none where that is not there. */
        Optional<List<Operand>> read(Event event);
    }

    /** One answer for each kind of source. */
    interface Cases<R> {
        R named(Named source);

        R header(Header source);

        R everything(Everything source);

        R workedOut(WorkedOut source);
    }
}
