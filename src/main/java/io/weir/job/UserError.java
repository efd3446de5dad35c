package io.weir.job;

/** Something that whoever started Weir can put right. Its message is one line that says what was found and what to do; nobody needs its stack trace. */
public final class UserError extends RuntimeException {

    /** An error that is fully said by its message. */
    public UserError(String message) {
        super(message);
    }

    /** An error whose cause is of use to who reads the log. */
    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
