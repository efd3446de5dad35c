package io.weir.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rules as pySigma reads them: a run of {@code pysigma_trees.py}, which says what a tree looks like. */
final class PySigma {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PySigma() {}

    /** The trees of the rules in those files and folders, by rule id; of a rule that pySigma refuses there is none. */
    static Map<String, JsonNode> trees(String python, Collection<Path> rules, Path answers)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(python, script().toString()));
        rules.forEach(path -> command.add(path.toString()));
        var process = new ProcessBuilder(command)
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).as("exit code of %s", command).isZero();
        var trees = new HashMap<String, JsonNode>();
        for (var line : Files.readAllLines(answers, UTF_8)) {
            var answer = JSON.readTree(line);
            if (answer.has("tree")) {
                trees.put(answer.get("id").textValue(), answer.get("tree"));
            }
        }
        return trees;
    }

    private static Path script() {
        try {
            var script = PySigma.class.getResource("pysigma_trees.py");
            return Path.of(Objects.requireNonNull(script).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
