package io.weir.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.check.LoadedRules;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The JVM that measures one workload once. Its contestants take turns, so that what disturbs one disturbs all. */
final class Fork {

    private static final long SECOND = 1_000_000_000L;

    /** What the plain evaluator goes through at most, spread over all events: it is slow. */
    private static final int JUDGED_EVENTS = 1_000;

    private static final int JUDGED_BYTES = 5_000_000;

    private Fork() {}

    /**
     * Measures and prints a line for each contestant.
     *
     * @param arguments the file of events, the choices of rules joined by commas, CPU seconds for the compiler, and the paths of rules
     */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, UTF_8);
        var choices =
                Arrays.stream(arguments[1].split(",")).map(RuleChoice::valueOf).toList();
        long warmUp = Long.parseLong(arguments[2]) * SECOND;
        var paths = Arrays.stream(arguments).skip(3).map(Path::of).toList();
        measure(EventLines.unique(List.of(Path.of(arguments[0]))), choices, paths, warmUp)
                .forEach(sample -> out.println(sample.line()));
    }

    private static List<Sample> measure(List<byte[]> events, List<RuleChoice> choices, List<Path> paths, long warmUp)
            throws IOException {
        var given = LoadedRules.read(paths).rules().detections();
        var judged = sample(events);
        var judges = new ArrayList<Contestant>();
        var contestants = new ArrayList<>(List.of(Contestant.decoding(events)));
        for (var choice : choices) {
            var rules = choice.compiled(given);
            judges.add(Contestant.judge(rules, judged));
            contestants.add(Contestant.cold(rules, events));
            contestants.add(Contestant.steady(rules, events));
            requireAgreement(
                    Contestant.judge(rules, judged).pass(),
                    Contestant.steady(rules, judged).pass());
        }
        var samples = new ArrayList<Sample>();
        samples.addAll(new Turns(2, warmUp / 10, 3, warmUp / 10).of(judges.subList(0, 1)));
        samples.addAll(new Turns(3, warmUp, 3, warmUp / 3).of(contestants));
        return samples;
    }

    /** Events at equal distances. */
    private static List<byte[]> sample(List<byte[]> events) {
        long bytes = events.stream().mapToLong(event -> event.length).sum();
        long step = 1 + Math.max(events.size() / JUDGED_EVENTS, bytes / JUDGED_BYTES);
        var sample = new ArrayList<byte[]>();
        for (long i = 0; i < events.size(); i += step) {
            sample.add(events.get((int) i));
        }
        return sample;
    }

    private static void requireAgreement(Sample judge, Sample matcher) {
        if (judge.matches() != matcher.matches()) {
            throw new IllegalStateException(
                    "the plain evaluator finds " + judge.matches() + " matches, and the matcher " + matcher.matches()
                            + ": nothing to be measured before that is put right");
        }
    }
}
