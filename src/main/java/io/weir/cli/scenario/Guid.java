package io.weir.cli.scenario;

import java.util.Locale;

/**
 * A GUID, which every shape of telemetry writes in its own way.
 *
 * @param plain in lower case without braces
 */
record Guid(String plain) {

    String inBraces() {
        return "{" + plain + "}";
    }

    String inCapitals() {
        return plain.toUpperCase(Locale.ROOT);
    }
}
