package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What ATT&CK calls things, as tags write it: tactics by name, techniques by number. Of groups, software, data sources and mitigations only the
 * form of the number is looked at: they come and go with every version.
 *
 * @param tacticsAndTechniques in small letters, those of earlier versions included
 */
record AttackNames(Set<String> tacticsAndTechniques) {

    private static final String FILE = "attack-names.tsv";
    private static final Pattern OTHERS = Pattern.compile("(?:g|s|ds|m|c)\\d{4}");

    AttackNames {
        tacticsAndTechniques = Set.copyOf(tacticsAndTechniques);
    }

    /** The names that Weir knows. */
    static AttackNames load() {
        var stream = Objects.requireNonNull(AttackNames.class.getResourceAsStream(FILE), FILE);
        try (var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return new AttackNames(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2)[0])
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(String name) {
        return tacticsAndTechniques.contains(name) || OTHERS.matcher(name).matches();
    }
}
