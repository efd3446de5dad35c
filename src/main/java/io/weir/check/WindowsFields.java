package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which fields the events of a category have, by Microsoft's documentation of Sysmon and of the Security audit.
 *
 * @param byCategory Sigma's category to its fields
 * @param everywhere the fields that every event has
 */
record WindowsFields(Map<String, Set<String>> byCategory, Set<String> everywhere) {

    private static final String FILE = "windows-fields.tsv";
    private static final String ALL = "*";

    WindowsFields {
        byCategory = Map.copyOf(byCategory);
        everywhere = Set.copyOf(everywhere);
    }

    /** The table that Weir has. */
    static WindowsFields load() {
        var stream = Objects.requireNonNull(WindowsFields.class.getResourceAsStream(FILE), FILE);
        var categories = new HashMap<String, Set<String>>();
        try (var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        var columns = line.split("\t", 2);
                        categories
                                .computeIfAbsent(columns[0], category -> new HashSet<>())
                                .addAll(Arrays.asList(columns[1].split(" ")));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var everywhere = categories.remove(ALL);
        return new WindowsFields(categories, everywhere == null ? Set.of() : everywhere);
    }

    /** Whether the table knows what events of the category have. */
    boolean knows(String category) {
        return byCategory.containsKey(category);
    }

    /** Whether events of a category that the table knows can have the field. */
    boolean has(String category, String field) {
        return everywhere.contains(field)
                || byCategory.getOrDefault(category, Set.of()).contains(field);
    }

    /** The field that was meant, if it is likely which: one of the category's events, or of all, that differs in case alone or by a slip. */
    Optional<String> meant(String category, String field) {
        return Stream.concat(byCategory.getOrDefault(category, Set.of()).stream(), everywhere.stream())
                .sorted()
                .filter(known -> known.equalsIgnoreCase(field) || Slip.isOf(field, known))
                .findFirst();
    }
}
