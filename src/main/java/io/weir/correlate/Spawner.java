package io.weir.correlate;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The programs by which Windows starts everybody's programs: a desktop, services, scheduled tasks, COM and WMI. What two of their children do is not the
 * doing of one. Only where they belong: a svchost.exe in another folder is a program like any other.
 */
final class Spawner {

    private static final Pattern PATH =
            Pattern.compile("(?:[a-z]:\\\\windows|\\\\systemroot|\\\\device\\\\harddiskvolume\\d{1,4}\\\\windows)"
                    + "\\\\(?:(?:system32|syswow64)\\\\(?:wbem\\\\)?)?[a-z]+\\.exe");

    private static final Set<String> NAMES = Set.of(
            "csrss.exe",
            "explorer.exe",
            "lsass.exe",
            "runtimebroker.exe",
            "services.exe",
            "sihost.exe",
            "smss.exe",
            "svchost.exe",
            "taskeng.exe",
            "taskhostw.exe",
            "userinit.exe",
            "wininit.exe",
            "winlogon.exe",
            "wmiprvse.exe");

    /** As the kernel's own process is called. */
    private static final String KERNEL = "system";

    /** How long names are: most programs are known not to be one by this alone. */
    private static final int SHORTEST = lengths().min().orElseThrow();

    private static final int LONGEST = lengths().max().orElseThrow();

    private Spawner() {}

    private static IntStream lengths() {
        return Stream.concat(NAMES.stream(), Stream.of(KERNEL)).mapToInt(String::length);
    }

    /** Whether the executable of that path is one. */
    static boolean covers(String image) {
        int from = image.lastIndexOf('\\') + 1;
        int length = image.length() - from;
        if (length < SHORTEST || length > LONGEST) {
            return false;
        }
        var name = image.substring(from).toLowerCase(Locale.ROOT);
        return NAMES.contains(name)
                ? PATH.matcher(image.toLowerCase(Locale.ROOT)).matches()
                : name.length() == image.length() && name.equals(KERNEL);
    }
}
