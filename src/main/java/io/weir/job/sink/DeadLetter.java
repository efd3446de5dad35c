package io.weir.job.sink;

import io.weir.job.source.Coordinates;
import io.weir.job.source.Telemetry;
import java.util.Arrays;

/**
 * What Weir could not read, for a person to look into and to send again.
 *
 * @param reason what was found and what was expected, in one line
 * @param from where it stood
 * @param bytes the first {@link #MOST_BYTES} of what could not be read; not to be changed
 * @param size how many bytes there were
 */
public record DeadLetter(String reason, Coordinates from, byte[] bytes, long size) {

    /** More bytes than these are not kept: in base64 they fit a record of Kafka's default size. */
    public static final int MOST_BYTES = 512 << 10;

    public DeadLetter {
        bytes = bytes.length > MOST_BYTES ? Arrays.copyOf(bytes, MOST_BYTES) : bytes;
    }

    /** The letter about a version of the rules that is not put in force; the file that has it stays where it is, so its bytes are left out. */
    public static DeadLetter ofRules(String reason, String file) {
        return new DeadLetter(reason, Coordinates.ofRules(file), new byte[0], 0);
    }

    /** The letter about what a source could not read. */
    public static DeadLetter of(Telemetry.Unread unread) {
        var undecodable = unread.undecodable();
        return new DeadLetter(undecodable.reason(), unread.from(), undecodable.bytes(), undecodable.bytes().length);
    }
}
