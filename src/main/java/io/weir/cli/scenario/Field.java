package io.weir.cli.scenario;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One named value of an event's data.
 *
 * @param name as Windows names it
 * @param text as shapes write it that know only text
 * @param typed as shapes write it that know types
 * @param isText whether the typed one is text, too, or a JSON number or boolean
 */
record Field(String name, String text, String typed, boolean isText) {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    static Field field(String name, String text) {
        return new Field(name, text, text, true);
    }

    static Field field(String name, int number) {
        return new Field(name, Integer.toString(number), Integer.toString(number), false);
    }

    static Field field(String name, boolean flag) {
        return new Field(name, Boolean.toString(flag), Boolean.toString(flag), false);
    }

    static Field field(String name, Guid guid) {
        return new Field(name, guid.inBraces(), guid.inCapitals(), true);
    }

    /** A process id as the Security log writes it. */
    static Field hex(String name, int number) {
        return field(name, "0x" + Integer.toHexString(number));
    }

    /** A time as Sysmon writes it. */
    static Field time(String name, long micros) {
        return field(name, UTC.format(Timeline.utc(micros)));
    }
}
