package io.weir.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where Weir and a second opinion differ, and who is right: {@code differences.tsv}. */
final class Differences {

    /** More than these would not be read. */
    static final int MOST = 20;

    private Differences() {}

    /**
     * One row of the list.
     *
     * @param opinion {@code rsigma} or {@code pySigma}
     * @param source of the event, as in {@link Place}
     * @param number of the event, as in {@link Place}
     * @param rule the rule's id, or {@code -} for the rule of a vector
     * @param weir what Weir says: {@code matches} or {@code does not}
     * @param right who is right
     * @param section of the specification, or what decides where that says nothing
     * @param why in words
     */
    record Row(
            String opinion,
            String source,
            String number,
            String rule,
            String weir,
            String right,
            String section,
            String why) {

        static Row of(String line) {
            var cells = line.split("\t", -1);
            if (cells.length != 8 || Arrays.stream(cells).anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("a row has eight cells: " + line);
            }
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]);
        }

        String difference() {
            return source + ":" + number + " " + rule + " " + weir;
        }
    }

    static List<Row> rows() {
        var file = Differences.class.getResourceAsStream("differences.tsv");
        try (file) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            return text.lines().skip(1).map(Row::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The differences from an opinion that are listed, of those sources. */
    static SortedSet<String> listed(String opinion, Predicate<String> sources) {
        return rows().stream()
                .filter(row -> row.opinion().equals(opinion) && sources.test(row.source()))
                .map(Row::difference)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The differences that are there. */
    static SortedSet<String> between(Findings weir, Findings opinion) {
        var differences = new TreeSet<String>();
        weir.without(opinion).forEach(found -> differences.add(found + " matches"));
        opinion.without(weir).forEach(found -> differences.add(found + " does not"));
        return differences;
    }
}
