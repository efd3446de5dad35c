package io.weir.job.option;

import io.weir.job.source.StartPoint;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --from}. */
final class StartPointConverter implements ITypeConverter<StartPoint> {

    @Override
    public StartPoint convert(String text) {
        return switch (text) {
            case "earliest" -> StartPoint.EARLIEST;
            case "latest" -> StartPoint.LATEST;
            case "committed" -> StartPoint.COMMITTED;
            default ->
                Times.parse(text)
                        .map(StartPoint::at)
                        .orElseThrow(
                                () -> new TypeConversionException(
                                        "'" + text
                                                + "' is no start; write earliest, latest, committed or a time such as 2026-01-31T08:00:00Z"));
        };
    }
}
