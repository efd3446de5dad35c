package io.weir.cli.soak;

import io.weir.cli.cluster.Member;
import io.weir.cli.soak.Sampler.Checkpoint;
import io.weir.cli.soak.Soak.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What came of a soak.
 *
 * @param outcomes of the faults, in their order
 * @param seed that chose them
 * @param runtime of all of it
 * @param records sent
 * @param expected how many alerts must stand in the end
 * @param lost how many of them do not
 * @param surplus how many stand that must not
 * @param doubled how many were told twice
 * @param poisoned how many records were no events
 * @param deadLetters how many dead letters there are
 * @param checkpoints that were completed
 * @param diskUse of checkpoints, in megabytes, over time; empty where that is not known
 * @param memory of each process, in megabytes, over time; never empty
 */
record Report(
        List<Outcome> outcomes,
        long seed,
        Duration runtime,
        long records,
        long expected,
        long lost,
        long surplus,
        long doubled,
        long poisoned,
        long deadLetters,
        List<Checkpoint> checkpoints,
        List<Long> diskUse,
        Map<Member, List<Long>> memory) {

    private static final int PARTS = 10;

    boolean isWell() {
        return lost == 0
                && surplus == 0
                && doubled == 0
                && deadLetters == poisoned
                && outcomes.stream().allMatch(Outcome::survived);
    }

    /** For people. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(format(
                "seed %d, %d faults in %d s, %d survived", seed, outcomes.size(), runtime.toSeconds(), survived()));
        lines.add(format(
                "records sent %,d; alerts expected %,d, lost %d, false %d, doubled %d; dead letters %d of %d",
                records, expected, lost, surplus, doubled, deadLetters, poisoned));
        lines.add("");
        lines.add(format("%-36s %5s  %s", "recovery", "times", "least, median and most, s"));
        Stream.of(Fault.values()).flatMap(this::recovery).forEach(lines::add);
        lines.add("");
        lines.addAll(checkpointLines());
        lines.add("");
        lines.add(format("%-36s %s", "MB", "the most of each tenth of the time"));
        if (!diskUse.isEmpty()) {
            lines.add(format("%-36s %s", "disk of checkpoints", overTime(diskUse)));
        }
        memory.forEach(
                (member, samples) -> lines.add(format("%-36s %s", "memory of " + member.label(), overTime(samples))));
        return lines;
    }

    private long survived() {
        return outcomes.stream().filter(Outcome::survived).count();
    }

    private Stream<String> recovery(Fault fault) {
        var seconds = outcomes.stream()
                .filter(outcome -> outcome.fault() == fault)
                .map(outcome -> outcome.recovery().toMillis() / 1_000.0)
                .sorted()
                .toList();
        return seconds.isEmpty()
                ? Stream.empty()
                : Stream.of(format(
                        "%-36s %5d  %.1f  %.1f  %.1f",
                        fault.label(),
                        seconds.size(),
                        seconds.get(0),
                        seconds.get(seconds.size() / 2),
                        seconds.get(seconds.size() - 1)));
    }

    private List<String> checkpointLines() {
        if (checkpoints.isEmpty()) {
            return List.of("no checkpoint was seen");
        }
        return List.of(
                format("%-36s %d seen", "checkpoints", checkpoints.size()),
                format("%-36s %s", "  state, KB: least, median, most", spread(Checkpoint::bytes, 1_024)),
                format("%-36s %s", "  written, KB", spread(Checkpoint::written, 1_024)),
                format("%-36s %s", "  time, ms", spread(Checkpoint::millis, 1)));
    }

    private String spread(ToLongFunction<Checkpoint> measure, long unit) {
        var sorted = checkpoints.stream()
                .map(checkpoint -> measure.applyAsLong(checkpoint) / unit)
                .sorted(Comparator.naturalOrder())
                .toList();
        return format("%,d  %,d  %,d", sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }

    /** A process that is started again begins anew; one that leaks would have more in each tenth. */
    private static String overTime(List<Long> samples) {
        int parts = Math.min(PARTS, samples.size());
        return IntStream.range(0, parts)
                .mapToObj(part -> samples.subList(part * samples.size() / parts, (part + 1) * samples.size() / parts))
                .map(part -> format("%4d", Collections.max(part)))
                .collect(Collectors.joining("  "));
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
