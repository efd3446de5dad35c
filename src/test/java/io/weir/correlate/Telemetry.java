package io.weir.correlate;

import io.weir.event.EventIdentity;
import io.weir.event.HostId;
import io.weir.event.ProcessFacts;
import io.weir.event.ProcessFacts.Life;
import io.weir.event.ProcessFacts.Log;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.MatchedField;
import io.weir.match.RuleMatch;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rules and matched events to tell stories with. Times are seconds. */
public final class Telemetry {

    public static final String A = "11111111-0000-4000-8000-000000000001";
    public static final String B = "11111111-0000-4000-8000-000000000002";
    public static final String C = "11111111-0000-4000-8000-000000000003";
    public static final String ORDERED = "22222222-0000-4000-8000-000000000001";
    public static final String THREE = "22222222-0000-4000-8000-000000000002";
    public static final String PROCESS = "22222222-0000-4000-8000-000000000003";
    public static final String TREE = "22222222-0000-4000-8000-000000000004";

    /** A then B by user within 10 s, letting A and B alert alone; A, B, C by no group; A then B in one process, and in a process tree. */
    private static final String[] DOCUMENTS = {
        detection(A),
        detection(B),
        detection(C),
        correlation(ORDERED, "    group-by: [User]\n", "10s", "    generate: true\n", A, B),
        correlation(THREE, "", "20s", "", A, B, C),
        correlation(PROCESS, "    link: process\n", "10s", "", A, B),
        correlation(TREE, "    link: process-tree\n", "10s", "", A, B)
    };

    /** The rules of all stories. */
    public static final RuleSet RULES = rules(DOCUMENTS);

    private Telemetry() {}

    /** {@link #RULES} as they are written. */
    public static List<RuleFile> files() {
        return files(DOCUMENTS);
    }

    private static List<RuleFile> files(String... documents) {
        var files = new ArrayList<RuleFile>();
        for (int i = 0; i < documents.length; i++) {
            files.add(new RuleFile("rule" + i + ".yml", documents[i].getBytes(StandardCharsets.UTF_8)));
        }
        return files;
    }

    static RuleSet rules(String... documents) {
        var parsed = RuleParser.parse(files(documents));
        var rules = RuleSet.compile(parsed.rules());
        if (!parsed.problems().isEmpty() || !rules.problems().isEmpty()) {
            throw new IllegalArgumentException(parsed.problems() + " " + rules.problems());
        }
        return rules;
    }

    static String detection(String id) {
        return detection(id, "rule-" + id);
    }

    static String detection(String id, String name) {
        return """
                title: Rule %s
                id: %s
                name: %s
                level: low
                logsource:
                    product: windows
                detection:
                    selection:
                        Image: %s
                    condition: selection
                """.formatted(id, id, name, id);
    }

    static String correlation(String id, String keys, String timespan, String more, String... steps) {
        return """
                title: Correlation %s
                id: %s
                level: medium
                correlation:
                    type: temporal_ordered
                    rules: [%s]
                    timespan: %s
                %s%s""".formatted(id, id, String.join(", ", steps), timespan, keys, more);
    }

    /** An event of a process that matches some rules; change it by its {@code with…} methods. */
    public record Told(
            String id,
            String copy,
            String host,
            Stamp time,
            Stamp arrival,
            String channel,
            long recordNumber,
            ProcessFacts process,
            Map<String, String> fields,
            List<String> rules) {

        public Told matching(String... more) {
            return new Told(id, copy, host, time, arrival, channel, recordNumber, process, fields, List.of(more));
        }

        public Told by(String user) {
            return with("User", user);
        }

        /** A further field. */
        public Told shows(String field, String value) {
            return with(field, value);
        }

        Told with(String field, String value) {
            var changed = new TreeMap<>(fields);
            changed.put(field, value);
            return new Told(id, copy, host, time, arrival, channel, recordNumber, process, changed, rules);
        }

        public Told on(String other) {
            return new Told(id, copy, other, time, arrival, channel, recordNumber, process, fields, rules);
        }

        public Told arriving(long seconds) {
            return new Told(id, copy, host, time, seconds(seconds), channel, recordNumber, process, fields, rules);
        }

        public Told to(Stamp exact) {
            return new Told(id, copy, host, exact, arrival, channel, recordNumber, process, fields, rules);
        }

        Told record(String source, long number) {
            return new Told(id, copy, host, time, arrival, source, number, process, fields, rules);
        }

        /** The process was started by the one of that id. */
        Told under(String parentPid, String parentImage) {
            return telling(new ProcessFacts(
                    process.life(),
                    process.guid(),
                    process.parentGuid(),
                    process.pid(),
                    parentPid,
                    process.image(),
                    process.commandLine(),
                    process.user(),
                    parentImage,
                    process.parentCommandLine(),
                    process.log(),
                    process.connection()));
        }

        /** The process was started by the one of that GUID. */
        Told under(String parentGuid) {
            return telling(new ProcessFacts(
                    process.life(),
                    process.guid(),
                    parentGuid,
                    process.pid(),
                    process.parentPid(),
                    process.image(),
                    process.commandLine(),
                    process.user(),
                    process.parentImage(),
                    process.parentCommandLine(),
                    process.log(),
                    process.connection()));
        }

        /** The process has a connection. */
        Told between(String ends) {
            return telling(new ProcessFacts(
                    process.life(),
                    process.guid(),
                    process.parentGuid(),
                    process.pid(),
                    process.parentPid(),
                    process.image(),
                    process.commandLine(),
                    process.user(),
                    process.parentImage(),
                    process.parentCommandLine(),
                    process.log(),
                    ends));
        }

        private Told telling(ProcessFacts other) {
            return new Told(id, copy, host, time, arrival, channel, recordNumber, other, fields, rules);
        }

        public Told copy(String hash) {
            return new Told(id, hash, host, time, arrival, channel, recordNumber, process, fields, rules);
        }

        public MatchedEvent event() {
            return event(RULES);
        }

        public MatchedEvent event(RuleSet set) {
            var matches = rules.stream()
                    .sorted()
                    .map(rule -> new RuleMatch(
                            rule,
                            set.rule(rule).orElseThrow().header().hash(),
                            List.of(new MatchedField("selection", "Image", "", rule, rule))))
                    .toList();
            var facts = new EventFacts(
                    new EventIdentity(id, copy),
                    new HostId(host),
                    time,
                    arrival,
                    channel,
                    recordNumber,
                    process,
                    fields);
            return new MatchedEvent(facts, matches);
        }
    }

    /** A process starts. */
    public static Told start(String id, long seconds, String process, String parent) {
        return told(
                id,
                seconds,
                new ProcessFacts(
                        Life.START,
                        process,
                        parent,
                        pid(process),
                        pid(parent),
                        process + ".exe",
                        process + " /x",
                        "user",
                        parent.isEmpty() ? "" : parent + ".exe",
                        "",
                        Log.SYSMON,
                        ""));
    }

    /** A process does something. */
    public static Told act(String id, long seconds, String process) {
        return told(id, seconds, facts(Life.ACT, Log.SYSMON, process, pid(process), process + ".exe", ""));
    }

    /** Sysmon tells of the start of a process by GUID and id. */
    static Told sysmonStart(String id, long seconds, String guid, String pid, String image) {
        return told(id, seconds, facts(Life.START, Log.SYSMON, guid, pid, image, ""));
    }

    /** Sysmon tells of an act of a process by GUID, which may be empty, and id. */
    static Told sysmonAct(String id, long seconds, String guid, String pid, String image) {
        return told(id, seconds, facts(Life.ACT, Log.SYSMON, guid, pid, image, ""));
    }

    /** Sysmon tells of the end of a process by GUID, which may be empty, and id. */
    static Told sysmonEnd(String id, long seconds, String guid, String pid, String image) {
        return told(id, seconds, facts(Life.END, Log.SYSMON, guid, pid, image, ""));
    }

    /** The Security audit tells of the start of a process. */
    static Told created(String id, long seconds, String pid, String image) {
        return told(id, seconds, facts(Life.START, Log.SECURITY, "", pid, image, ""))
                .record("security", -1);
    }

    /** The Security audit tells of the end of a process. */
    static Told exited(String id, long seconds, String pid, String image) {
        return told(id, seconds, facts(Life.END, Log.SECURITY, "", pid, image, ""))
                .record("security", -1);
    }

    /** The Security audit tells of an act of a process. */
    static Told audited(String id, long seconds, String pid, String image) {
        return told(id, seconds, facts(Life.ACT, Log.SECURITY, "", pid, image, ""))
                .record("security", -1);
    }

    /** The Security audit tells that the host has started. */
    static Told auditedBoot(String id, long seconds) {
        return told(id, seconds, facts(Life.BOOT, Log.SECURITY, "", "", "", "")).record("security", -1);
    }

    /** The host starts. */
    static Told boot(String id, long seconds) {
        return told(id, seconds, facts(Life.BOOT, Log.SYSTEM, "", "", "", "")).record("system", -1);
    }

    private static ProcessFacts facts(Life life, Log log, String guid, String pid, String image, String connection) {
        return new ProcessFacts(life, guid, "", pid, "", image, "", "", "", "", log, connection);
    }

    private static String pid(String process) {
        return process.isEmpty() ? "" : Integer.toString(1_000 + process.hashCode() % 1_000);
    }

    /** Something happens that names no process. */
    public static Told event(String id, long seconds) {
        return told(id, seconds, ProcessFacts.NONE);
    }

    private static Told told(String id, long seconds, ProcessFacts process) {
        return new Told(
                id,
                "hash",
                "ws-1",
                seconds(seconds),
                Stamp.NONE,
                "sysmon",
                -1,
                process,
                Map.of("Image", id),
                List.of());
    }

    public static Stamp seconds(long seconds) {
        return new Stamp(seconds * 1_000_000, 1_000);
    }
}
