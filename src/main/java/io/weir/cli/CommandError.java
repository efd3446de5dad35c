package io.weir.cli;

/** Something that whoever typed the command can put right. Its message is one line: what was found, and what to do where that is not plain. */
final class CommandError extends RuntimeException {

    CommandError(String message) {
        super(message);
    }

    CommandError(String message, Throwable cause) {
        super(message, cause);
    }
}
