package io.weir.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.check.LoadedRules;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.RuleSet;
import io.weir.rule.DetectionRule;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** The JVM that says what rules and what is made of them take of the heap, and what making plans takes once the compiler has seen how. */
final class MemoryFork {

    private static final int ROUNDS = 2;

    private final PrintStream out;

    private MemoryFork(PrintStream out) {
        this.out = out;
    }

    /**
     * Measures, and prints a line for each figure.
     *
     * @param arguments a file of events, a choice of rules, and the paths of rules
     */
    public static void main(String[] arguments) throws IOException {
        var paths = Arrays.stream(arguments).skip(2).map(Path::of).toList();
        new MemoryFork(new PrintStream(System.out, true, UTF_8))
                .measure(Path.of(arguments[0]), RuleChoice.valueOf(arguments[1]), paths);
    }

    private void measure(Path file, RuleChoice choice, List<Path> paths) throws IOException {
        double before = heap();
        var rules = choice.compiled(LoadedRules.read(paths).rules().detections());
        var count = "%,d rules".formatted(rules.detections().size());
        say(count + ": heap, MB, loaded", heap() - before);
        var kinds = oneOfEachKind(file);
        match(rules, kinds);
        say(count + ": heap, MB, with the plans of " + kinds.size() + " kinds of events", heap() - before);
        var decoder = EventDecoder.standard();
        EventLines.read(file, line -> decoder.decode(line, Stamp.NONE).events().forEach(rules::matching));
        say(count + ": heap, MB, and what one thread remembers of all events", heap() - before);
        say(count + ": CPU s to make those plans, JIT warm", plans(rules.detections(), kinds));
    }

    private void say(String name, double value) {
        out.println(new Figure(name, value).line());
    }

    /** What is in use, in megabytes. */
    private static double heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** The first event of each channel and id. */
    private static List<Event> oneOfEachKind(Path file) throws IOException {
        var kinds = new HashMap<String, Event>();
        var decoder = EventDecoder.standard();
        EventLines.read(
                file,
                line -> decoder.decode(line, Stamp.NONE)
                        .events()
                        .forEach(event -> kinds.putIfAbsent(event.channel() + '\t' + event.eventId(), event)));
        return List.copyOf(kinds.values());
    }

    private static void match(RuleSet rules, List<Event> events) {
        events.forEach(rules::matching);
    }

    /** The first events of rules less the first events of another thread, which has their plans. */
    private static double plans(List<DetectionRule> detections, List<Event> kinds) {
        double seconds = 0;
        for (int i = 0; i < ROUNDS; i++) {
            var rules = RuleSet.compile(detections);
            var first = new Contestant("", 0, events -> matches(rules, kinds), List.of(), true);
            long making = first.pass().nanos();
            long made = first.pass().nanos();
            seconds = (making - made) / 1e9;
        }
        return seconds;
    }

    private static long matches(RuleSet rules, List<Event> events) {
        return events.stream().mapToLong(event -> rules.matching(event).size()).sum();
    }
}
