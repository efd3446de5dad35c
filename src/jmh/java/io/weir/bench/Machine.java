package io.weir.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** What the figures were measured on. */
public final class Machine {

    /** As task managers have it by {@code flink-conf}: Linux, where it gives such pages, is asked for them. */
    private static final String HUGE_PAGES = "-XX:+UseTransparentHugePages";

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Hardware, system, JDK and Flink, in one line. */
    public static String described() {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %,d MB heap%s; %s %s; JDK %s, %s; Flink %s, heap state",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                hasHugePages() ? " in huge pages" : "",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                collectors(),
                EnvironmentInformation.getVersion());
    }

    /** How many threads of the whole machine want a processor, over the last minute; negative where the system does not say. */
    public static double load() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getSystemLoadAverage();
    }

    private static String processor() {
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unnamed processor");
        } catch (IOException e) {
            return "unnamed processor"; // A system without /proc.
        }
    }

    private static boolean hasHugePages() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().contains(HUGE_PAGES);
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(" + "));
    }
}
