package io.weir.match;

import io.weir.rule.FieldOrigin.Conversion;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes texts of Windows' own logs to the form that Sysmon, and so Sigma's rules, have. Other texts stay as they are. */
final class FieldConversion {

    private static final Pattern HEX = Pattern.compile("0[xX]([0-9a-fA-F]{1,16})");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}");

    /** The letter of a volume is in no event; nearly always it is that of the system. */
    private static final Pattern VOLUME = Pattern.compile("(?i)\\\\device\\\\harddiskvolume[0-9]{1,5}(?=\\\\)");

    private static final Pattern NETWORK = Pattern.compile("(?i)\\\\device\\\\mup(?=\\\\)");
    private static final Pattern MACHINE = Pattern.compile("(?i)\\\\registry\\\\machine(?=\\\\|$)");
    private static final Pattern USER = Pattern.compile("(?i)\\\\registry\\\\user(?=\\\\|$)");
    private static final Pattern CONTROL_SET = Pattern.compile("(?i)(HKLM\\\\system\\\\)ControlSet[0-9]{3}(?=\\\\|$)");

    private FieldConversion() {}

    static String apply(Conversion conversion, String text) {
        return switch (conversion) {
            case DECIMAL -> decimal(text);
            case DRIVE_PATH -> drivePath(text);
            case REGISTRY_PATH -> registryPath(text);
            case DWORD -> dword(text);
            case QWORD -> qword(text);
        };
    }

    private static String decimal(String text) {
        var hex = HEX.matcher(text);
        return hex.matches() ? Long.toUnsignedString(Long.parseUnsignedLong(hex.group(1), 16)) : text;
    }

    private static String drivePath(String text) {
        return begun(NETWORK, begun(VOLUME, text, "C:"), "\\");
    }

    private static String registryPath(String text) {
        var path = begun(USER, begun(MACHINE, text, "HKLM"), "HKU");
        return begun(CONTROL_SET, path, "$1CurrentControlSet");
    }

    /** The text with what it begins with replaced, if it begins so. */
    private static String begun(Pattern beginning, String text, String replacement) {
        Matcher matcher = beginning.matcher(text);
        return matcher.lookingAt() ? matcher.replaceFirst(replacement.replace("\\", "\\\\")) : text;
    }

    private static String dword(String text) {
        return DECIMAL.matcher(text).matches()
                ? String.format(Locale.ROOT, "DWORD (0x%08x)", Long.parseLong(text))
                : text;
    }

    private static String qword(String text) {
        var hex = HEX.matcher(text);
        if (!hex.matches()) {
            return text;
        }
        long value = Long.parseUnsignedLong(hex.group(1), 16);
        return String.format(Locale.ROOT, "QWORD (0x%08x-0x%08x)", value >>> 32, value & 0xffff_ffffL);
    }
}
