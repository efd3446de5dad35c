package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.parse.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules on processes and such events, made by chance out of few words, so that they often meet and often exclude each other. */
final class RandomRules {

    private static final List<String> FIELDS = List.of("Image", "CommandLine", "User", "ParentImage", "EventID");
    private static final List<String> TEXTS = List.of(
            "a",
            "b",
            "ab",
            "Ab",
            "ba",
            "aab",
            "a*",
            "*b",
            "a?b",
            "a-b",
            "a/b",
            "1",
            "12",
            "1.0",
            "10.1.2.3",
            "true",
            "4688");
    private static final List<String> MODIFIERS = List.of(
            "",
            "|contains",
            "|startswith",
            "|endswith",
            "|cased",
            "|contains|cased",
            "|windash",
            "|contains|windash",
            "|re",
            "|neq",
            "|contains|all",
            "|all",
            "|startswith|neq");
    private static final List<String> ODD = List.of(
            "|gt: 1",
            "|gte: 12",
            "|lt: 12",
            "|lte: 1",
            "|cidr: 10.0.0.0/8",
            "|cidr: 10.1.0.0/16",
            "|exists: true",
            "|exists: false",
            ": null",
            ": 1",
            ": 1.0",
            ": true",
            ": false",
            "|fieldref: User",
            ": ''",
            "|cidr: 'fe80::/10'");
    private static final List<String> CONDITIONS = List.of(
            "s0",
            "s0 and s1",
            "s0 or s1",
            "s0 and not s1",
            "not s0",
            "1 of s*",
            "all of s*",
            "s0 and (s1 or not s2)",
            "(s0 or s1) and s2",
            "not 1 of s*",
            "not all of s*",
            "s0 and not (s1 and s2)");

    private final Random random;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    /** So many rule files; some of the rules may be refused. */
    List<RuleFile> rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RuleFile("r" + i + ".yml", rule(i).getBytes(UTF_8)))
                .toList();
    }

    private String rule(int number) {
        var category = random.nextInt(4) == 0 ? "service: security" : "category: process_creation";
        var text = new StringBuilder("title: R" + number + "\nid: r" + number + "\nlogsource:\n    " + category
                + "\n    product: windows\ndetection:\n");
        for (int i = 0; i < 3; i++) {
            text.append("    s").append(i).append(":\n").append(selection());
        }
        return text.append("    condition: ")
                .append(one(CONDITIONS))
                .append('\n')
                .toString();
    }

    private String selection() {
        if (random.nextInt(5) == 0) {
            return "        - " + item() + "\n        - " + item() + "\n";
        } else if (random.nextInt(12) == 0) {
            return "        - " + one(List.of("a", "b", "ab")) + "\n";
        }
        var lines = new ArrayList<String>();
        lines.add(item());
        if (random.nextBoolean()) {
            lines.add(item());
        }
        return lines.stream().distinct().map(line -> "        " + line + "\n").collect(Collectors.joining());
    }

    private String item() {
        var field = one(FIELDS);
        if (random.nextInt(4) == 0) {
            return field + one(ODD);
        }
        var values = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> "'" + one(TEXTS) + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        return field + one(MODIFIERS) + ": " + values;
    }

    /** A process creation of Sysmon or of the Security log. */
    Event event() {
        boolean sysmon = random.nextInt(3) > 0;
        var fields = new ArrayList<String>();
        for (var field : List.of(
                sysmon ? "Image" : "NewProcessName",
                "CommandLine",
                "User",
                sysmon ? "ParentImage" : "ParentProcessName")) {
            if (random.nextInt(5) > 0) {
                fields.add("\"" + field + "\": " + value());
            }
        }
        var record = """
                {"Event": {"System": {"Provider": {"#attributes": {"Name": "P"}}, "EventID": %d, "Channel": "%s", "Computer": "c",
                "TimeCreated": {"#attributes": {"SystemTime": "2026-11-01T00:00:00Z"}}, "EventRecordID": 1}, "EventData": {%s}}}
                """.formatted(
                        sysmon ? 1 : 4688,
                        sysmon ? "Microsoft-Windows-Sysmon/Operational" : "Security",
                        String.join(", ", fields));
        return EventDecoder.standard()
                .decode(record.getBytes(UTF_8), Stamp.NONE)
                .events()
                .get(0);
    }

    private String value() {
        return switch (random.nextInt(8)) {
            case 0 -> one(List.of("1", "12", "4688", "1.0", "11"));
            case 1 -> one(List.of("true", "false", "null", "\"\""));
            case 2 -> one(List.of("\"10.1.2.3\"", "\"10.2.0.1\"", "\"fe80::1\"", "\"12\"", "\"1\""));
            default -> "\"" + word() + "\"";
        };
    }

    private String word() {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> one(List.of("a", "b", "A", "-", "/", "ab")))
                .collect(Collectors.joining());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
