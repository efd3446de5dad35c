package io.weir.job.option;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Points in time as people write them. */
final class Times {

    private Times() {}

    /** ISO 8601 with a zone, such as {@code 2026-01-31T08:00:00Z}; none where it is not that. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
