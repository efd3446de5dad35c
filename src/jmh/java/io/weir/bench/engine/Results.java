package io.weir.bench.engine;

import io.weir.bench.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The samples of one workload, one a round and engine. */
final class Results {

    /**
     * A line of the table.
     *
     * @param engine its name
     * @param rules how many it ran
     */
    record Row(String engine, int rules) {}

    private final Map<Row, List<Sample>> rows = new LinkedHashMap<>();

    /** Takes what a round has measured. */
    void add(Sample sample) {
        var samples = rows.computeIfAbsent(new Row(sample.engine(), sample.rules()), row -> new ArrayList<>());
        if (!samples.isEmpty() && samples.get(0).matches() != sample.matches()) {
            throw new IllegalStateException(sample.engine() + " found " + sample.matches() + " matches, and "
                    + samples.get(0).matches() + " the round before");
        }
        samples.add(sample);
    }

    /** In the order in which they came first. */
    Map<Row, List<Sample>> rows() {
        return rows;
    }

    /** CPU microseconds an event. */
    static Spread micros(List<Sample> samples) {
        return Spread.of(samples, Sample::micros);
    }

    /** What the others are compared with: rsigma, or where it does not take part, the plain evaluator. */
    Optional<Row> reference() {
        return named("rsigma").or(() -> named("plain evaluator"));
    }

    private Optional<Row> named(String engine) {
        return rows.keySet().stream().filter(row -> row.engine().equals(engine)).findFirst();
    }

    /** How many times the one takes what the other does, round by round. */
    Spread times(Row one, Row other) {
        var ones = rows.getOrDefault(one, List.of());
        var others = rows.getOrDefault(other, List.of());
        var times = new ArrayList<Double>();
        for (int round = 0; round < Math.min(ones.size(), others.size()); round++) {
            times.add(ones.get(round).micros() / others.get(round).micros());
        }
        return Spread.of(times, time -> time);
    }
}
