package io.weir.job.option;

import io.weir.job.source.EndPoint;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --until}. */
final class EndPointConverter implements ITypeConverter<EndPoint> {

    @Override
    public EndPoint convert(String text) {
        return switch (text) {
            case "never" -> EndPoint.NEVER;
            case "latest" -> EndPoint.LATEST;
            default ->
                Times.parse(text)
                        .map(EndPoint::before)
                        .orElseThrow(() -> new TypeConversionException("'" + text
                                + "' is no end; write never, latest or a time such as 2026-01-31T08:00:00Z"));
        };
    }
}
