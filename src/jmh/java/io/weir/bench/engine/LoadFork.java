package io.weir.bench.engine;

import com.sun.management.OperatingSystemMXBean;
import io.weir.check.LoadedRules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;

/** The fresh JVM that loads rules, and says what all of it took: its start, compilers and garbage collection too. */
final class LoadFork {

    private LoadFork() {}

    /** Reads, parses and compiles the rules below those paths. */
    public static void main(String[] arguments) throws IOException {
        int rules = LoadedRules.read(Arrays.stream(arguments).map(Path::of).toList())
                .inForce();
        if (rules == 0) {
            throw new IllegalStateException("no rule is in force");
        }
        long nanos =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        System.out.println(nanos);
    }
}
