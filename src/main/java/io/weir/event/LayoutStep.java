package io.weir.event;

import java.util.Arrays;

/**
 * What stands between two values of a record: the end of the one, a comma, the next name, a colon, blanks; nulls and empty lists, too.
 *
 * @param between the bytes; not to be changed
 * @param follows what stands behind them
 */
record LayoutStep(byte[] between, Follows follows) {

    /** What stands behind. */
    enum Follows {
        /** A text, whose opening quote has been passed. */
        TEXT,
        /** A number, true or false. */
        BARE,
        /** Nothing. */
        END;

        /** A small number for it. */
        int code() {
            return switch (this) {
                case TEXT -> 0;
                case BARE -> 1;
                case END -> 2;
            };
        }

        /** The one with that code. */
        static Follows of(int code) {
            return code == 0 ? TEXT : code == 1 ? BARE : END;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayoutStep step && follows == step.follows && Arrays.equals(between, step.between);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(between) + follows.hashCode();
    }
}
