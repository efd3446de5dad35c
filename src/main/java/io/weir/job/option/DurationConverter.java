package io.weir.job.option;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 150s}, {@code 5m}, {@code 24h}, {@code 1d}, and ISO 8601 such as {@code PT2H30M}. */
public final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");

    @Override
    public Duration convert(String text) {
        var match = SHORT.matcher(text.strip().toLowerCase(Locale.ROOT));
        var duration = match.matches() ? of(Long.parseLong(match.group(1)), match.group(2)) : iso(text);
        if (duration.isNegative()) {
            throw unreadable(text);
        }
        return duration;
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw unreadable(text);
        }
    }

    private static TypeConversionException unreadable(String text) {
        return new TypeConversionException("'" + text + "' is no duration; write 150s, 5m, 24h, 1d or PT2H30M");
    }
}
