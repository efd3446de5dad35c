package io.weir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.match.RuleSet;
import io.weir.parse.ParsedRules;
import io.weir.parse.RuleParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Real rules and real events, read where they are; tests that need them are skipped where they are not. */
public final class Corpus {

    private static final Path ROOT =
            Path.of(Optional.ofNullable(System.getenv("WEIR_CORPUS")).orElse("../shared/corpus"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private Corpus() {}

    public static Path file(String name) {
        assumeThat(ROOT).as("the corpus, by WEIR_CORPUS or beside the project").exists();
        return ROOT.resolve(name);
    }

    public static ParsedRules rules(String... folders) throws IOException {
        var paths =
                Arrays.stream(folders).map(folder -> file("sigma/" + folder)).toList();
        return RuleParser.parse(RuleParser.read(paths));
    }

    /** The rules that the expected matches were made with, compiled once for all tests; its rules are all in force. */
    public static RuleSet threeFolders() {
        file("sigma");
        return ThreeFolders.RULES;
    }

    private static final class ThreeFolders {

        static final RuleSet RULES = compile();

        private static RuleSet compile() {
            try {
                var parsed = rules("rules", "rules-emerging-threats", "rules-threat-hunting");
                return RuleSet.compile(parsed.rules());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static List<JsonNode> jsonLines(String name) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(file(name), UTF_8)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    public static JsonNode json(String name) throws IOException {
        return JSON.readTree(file(name).toFile());
    }

    /** The values of a file that holds one or more, on as many lines as they like. */
    public static List<byte[]> records(String name) throws IOException {
        var records = new ArrayList<byte[]>();
        try (var values = JSON.readerFor(JsonNode.class).readValues(file(name).toFile())) {
            while (values.hasNext()) {
                records.add(JSON.writeValueAsBytes(values.next()));
            }
        }
        return records;
    }

    public static BufferedReader gzip(String name) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file(name)), 1 << 16), UTF_8));
    }
}
