package io.weir.job.sink;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads what {@link DeadLetterJson} wrote. */
public final class DeadLetterReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DeadLetterReader() {}

    /**
     * A dead letter as it was found in a topic or a file.
     *
     * @param reason why it could not be read
     * @param bytes that could not be read; not to be changed
     * @param isWhole whether these are all of them: of a large record only the first are kept
     * @param isTelemetry whether it is about telemetry; else it is about a version of the rules
     */
    public record Found(String reason, byte[] bytes, boolean isWhole, boolean isTelemetry) {}

    /**
     * Reads one.
     *
     * @throws IOException where the line is no dead letter
     */
    public static Found read(byte[] line) throws IOException {
        var letter = JSON.readTree(line);
        if (letter == null
                || !letter.path("reason").isTextual()
                || !letter.path("bytes").isTextual()) {
            throw new IOException("no dead letter: it has no reason or no bytes");
        }
        return new Found(
                letter.path("reason").asText(),
                letter.path("bytes").binaryValue(),
                !letter.has("size"),
                !letter.path("source").has(DeadLetterJson.RULES));
    }
}
