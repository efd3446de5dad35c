package io.weir.job.option;

import io.weir.job.sink.Delivery;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --delivery}. */
final class DeliveryConverter implements ITypeConverter<Delivery> {

    @Override
    public Delivery convert(String text) {
        return switch (text) {
            case "exactly-once" -> Delivery.EXACTLY_ONCE;
            case "at-least-once" -> Delivery.AT_LEAST_ONCE;
            default ->
                throw new TypeConversionException(
                        "'" + text + "' is no way of delivery; write exactly-once or at-least-once");
        };
    }
}
