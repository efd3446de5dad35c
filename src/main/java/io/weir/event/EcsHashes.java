package io.weir.event;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hashes that a module put apart, joined again as Sysmon writes them: {@code SHA1=…,MD5=…,SHA256=…,IMPHASH=…}. */
final class EcsHashes {

    /** Sysmon's names and where the values are, as pairs, in its order. */
    private static final List<String> PARTS =
            List.of("SHA1", ".hash.sha1", "MD5", ".hash.md5", "SHA256", ".hash.sha256", "IMPHASH", ".pe.imphash");

    private EcsHashes() {}

    /** Those of the process where it has any, else the file's; empty where there are none. */
    static String of(Fields ecs) {
        var process = of(ecs, "process");
        return process.isEmpty() ? of(ecs, "file") : process;
    }

    private static String of(Fields ecs, String section) {
        return IntStream.range(0, PARTS.size() / 2)
                .mapToObj(i -> hash(PARTS.get(2 * i), ecs.text(section + PARTS.get(2 * i + 1))))
                .filter(hash -> !hash.isEmpty())
                .collect(Collectors.joining(","));
    }

    private static String hash(String name, String digits) {
        return digits.isEmpty() ? "" : name + "=" + digits;
    }
}
