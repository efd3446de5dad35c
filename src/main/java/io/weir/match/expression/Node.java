package io.weir.match.expression;

import java.util.List;

/** A part of an expression. */
sealed interface Node {

    <R> R match(Cases<R> cases);

    /** One character of a set. */
    record One(CharSet set) implements Node {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.one(this);
        }
    }

    /** A place in the text that takes up no character. */
    enum Place implements Node {
        START,
        END;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.place(this);
        }
    }

    /** All parts, one behind the other. */
    record Sequence(List<Node> parts) implements Node {
        public Sequence {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sequence(this);
        }
    }

    /** One of the parts. */
    record Choice(List<Node> parts) implements Node {
        public Choice {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.choice(this);
        }
    }

    /**
     * The part again and again.
     *
     * @param most {@link #FOR_EVER} where there is no end to it
     */
    record Repeated(Node part, int least, int most) implements Node {
        static final int FOR_EVER = -1;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.repeated(this);
        }
    }

    /** One answer for each kind of part. */
    interface Cases<R> {
        R one(One node);

        R place(Place node);

        R sequence(Sequence node);

        R choice(Choice node);

        R repeated(Repeated node);
    }
}
