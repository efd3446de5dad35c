package io.weir.cli;

/** Something that whoever typed the command can put right. Its message is one line: what was found, and what to do where that is not plain. */
public final class CommandError extends RuntimeException {

    /** An error that is fully said by its message. */
    public CommandError(String message) {
        super(message);
    }

    /** An error with what led to it. */
    public CommandError(String message, Throwable cause) {
        super(message, cause);
    }
}
