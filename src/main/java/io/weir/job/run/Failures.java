package io.weir.job.run;

import io.weir.job.UserError;
import io.weir.rule.Printable;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one line why a job failed. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final int LONGEST_CHAIN = 100;
    private static final int LONGEST_LINE = 400;

    private Failures() {}

    /** The error for whoever started the job, in a line; the whole story is logged. */
    public static UserError explain(Throwable failure) {
        LOG.error("the job failed", failure);
        var chain = chain(failure);
        return chain.stream()
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> new UserError("the job failed: " + said(chain.get(chain.size() - 1)), failure));
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (var cause = failure; cause != null && chain.size() < LONGEST_CHAIN; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    private static Optional<UserError> known(Throwable cause) {
        if (cause instanceof UserError error) {
            return Optional.of(error);
        }
        // By name and words: what comes from a cluster is often only a text of the exception that was.
        var text = String.valueOf(cause).toLowerCase(Locale.ROOT);
        return advice(text).map(advice -> new UserError(advice + " (" + said(cause) + ")", cause));
    }

    private static Optional<String> advice(String text) {
        return Known.ADVICE.stream()
                .filter(known -> text.contains(known.words()))
                .map(Known::advice)
                .findFirst();
    }

    private static String said(Throwable cause) {
        var message =
                cause.getMessage() == null || cause.getMessage().isBlank() ? cause.toString() : cause.getMessage();
        var line = Printable.of(message.strip().lines().findFirst().orElse(""));
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    /**
     * A failure that people can put right.
     *
     * @param words which tell it, in lower case
     * @param advice what to do
     */
    private record Known(String words, String advice) {

        static final List<Known> ADVICE = List.of(
                new Known("no space left on device", "the disk is full: make room, then start again"),
                new Known(
                        "checkpoint tolerable failure threshold",
                        "progress could not be saved: is there room for it, and does the broker answer?"),
                new Known("disk quota exceeded", "the disk quota is used up: make room, then start again"),
                new Known(
                        AccessDeniedException.class.getSimpleName().toLowerCase(Locale.ROOT),
                        "a file or folder may not be used: change its permissions, or name another"),
                new Known("read-only file system", "a folder cannot be written to: name another"),
                new Known(
                        "too many open files",
                        "too many files are open: raise the limit (ulimit -n), or read fewer at once"),
                new Known(
                        "outofmemoryerror",
                        "memory ran out: give the process more (WEIR_JAVA_OPTS=-Xmx…), or lower --parallelism"),
                new Known(
                        "saslauthenticationexception",
                        "the broker does not accept who we are: look at --kafka-properties"),
                new Known("sslhandshakeexception", "no secure connection to the broker: look at --kafka-properties"),
                new Known(
                        "authorizationexception",
                        "the broker does not let this user do that: ask for the rights, or use another user"),
                new Known(
                        "recordtoolargeexception",
                        "a record is larger than the topic takes: raise its max.message.bytes"),
                new Known(
                        "transaction timeout is larger",
                        "the broker allows only shorter transactions: put transaction.timeout.ms into --kafka-properties"),
                new Known(
                        "producerfencedexception",
                        "another job uses the same transactions: give each its own --transactional-id-prefix"),
                new Known("unknowntopicorpartitionexception", "a topic is gone: make it, or name another"),
                new Known(
                        "kafka.common.errors.timeoutexception", "the broker does not answer in time: is it running?"));
    }
}
