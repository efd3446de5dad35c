package io.weir.correlate;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

    private Spawner() {}

    /** Whether the executable of that path is one. */
    static boolean covers(String image) {
        var name = image.substring(image.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        return NAMES.contains(name)
                ? PATH.matcher(image.toLowerCase(Locale.ROOT)).matches()
                : name.length() == image.length() && name.equals(KERNEL);
    }
}
