package io.weir.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.weir.job.source.RecordedLines.Recorded;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The same telemetry of other hosts, some hours earlier: wherever a line names its host it has another name, and all times in it that are written as ISO 8601
 * does are others. Earlier, for an event that is stamped after its arrival correlates with nothing.
 */
final class Copy {

    private static final String TIME = "0000-00-00 00:00";
    private static final DateTimeFormatter TO_THE_HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH", Locale.ROOT);
    private static final int TO_THE_DAY = 10;
    private static final int HOUR = TO_THE_DAY + 1;
    private static final int MINUTE = HOUR + 2;

    private final int number;
    private final Map<String, byte[]> hours = new HashMap<>();

    /** The copy of that number; 0 is the telemetry itself. */
    Copy(int number) {
        this.number = number;
    }

    /** What the name of a host ends with here. */
    private String suffix() {
        return "-" + number;
    }

    /** When what happened at that time, in microseconds, happens here. */
    long time(long micros) {
        return micros == Long.MIN_VALUE ? micros : micros - TimeUnit.HOURS.toMicros(number);
    }

    /** Which host an event of that one comes from here. */
    String host(String name) {
        return number == 0 || name.isEmpty()
                ? name
                : label(name) + suffix() + name.substring(label(name).length());
    }

    /** The line here. */
    byte[] of(Recorded line) {
        if (number == 0) {
            return line.bytes();
        }
        byte[] bytes = line.bytes();
        byte[] label = label(line.host()).getBytes(US_ASCII);
        var out = new ByteArrayOutputStream(bytes.length + bytes.length / 16);
        int at = 0;
        while (at < bytes.length) {
            if (isTime(bytes, at)) {
                out.writeBytes(hour(bytes, at));
                at += MINUTE;
            } else if (names(bytes, at, label)) {
                out.write(bytes, at, label.length);
                out.writeBytes(suffix().getBytes(US_ASCII));
                at += label.length;
            } else {
                out.write(bytes[at++]);
            }
        }
        return out.toByteArray();
    }

    private static String label(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }

    private static boolean isTime(byte[] bytes, int from) {
        if (!isDigit(bytes[from]) || bytes.length - from < TIME.length()) {
            return false;
        }
        for (int i = 1; i < TIME.length(); i++) {
            byte found = bytes[from + i];
            boolean fits = switch (TIME.charAt(i)) {
                case '0' -> isDigit(found);
                case ' ' -> found == ' ' || found == 'T';
                default -> found == TIME.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private byte[] hour(byte[] bytes, int from) {
        return hours.computeIfAbsent(new String(bytes, from, MINUTE, US_ASCII), this::earlier);
    }

    private byte[] earlier(String hour) {
        var time = LocalDateTime.parse(hour.substring(0, TO_THE_DAY) + "T" + hour.substring(HOUR) + ":00");
        var text = new StringBuilder(time.minusHours(number).format(TO_THE_HOUR));
        text.setCharAt(TO_THE_DAY, hour.charAt(TO_THE_DAY));
        return text.toString().getBytes(US_ASCII);
    }

    /** Whether the host's name, in lower case, stands there in any case, and as a word: an escape such as {@code \t} may be before it. */
    private static boolean names(byte[] bytes, int from, byte[] label) {
        if (label.length == 0 || bytes.length - from < label.length || !isBoundary(bytes, from)) {
            return false;
        }
        for (int i = 0; i < label.length; i++) {
            if (Character.toLowerCase(bytes[from + i]) != label[i]) {
                return false;
            }
        }
        int to = from + label.length;
        return to == bytes.length || !Character.isLetterOrDigit(bytes[to]);
    }

    private static boolean isBoundary(byte[] bytes, int at) {
        return at == 0 || !Character.isLetterOrDigit(bytes[at - 1]) || (at > 1 && bytes[at - 2] == '\\');
    }

    private static boolean isDigit(byte found) {
        return found >= '0' && found <= '9';
    }
}
