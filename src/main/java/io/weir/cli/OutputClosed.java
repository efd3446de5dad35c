package io.weir.cli;

import java.io.IOException;

/** Nobody reads the output any more, as after {@code | head}: no error, only the end. */
final class OutputClosed extends RuntimeException {
    OutputClosed(IOException cause) {
        super(cause);
    }
}
