package io.weir.job.option;

import io.weir.correlate.Emission;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --emit}. */
final class EmissionConverter implements ITypeConverter<Emission> {

    @Override
    public Emission convert(String text) {
        return switch (text) {
            case "early" -> Emission.EARLY;
            case "settled" -> Emission.SETTLED;
            default -> throw new TypeConversionException("'" + text + "' is no time to tell; write early or settled");
        };
    }
}
