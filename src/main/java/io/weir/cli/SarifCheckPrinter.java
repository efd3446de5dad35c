package io.weir.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.weir.check.CheckedRules;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** A SARIF 2.1.0 log of one run, as code hosts and editors read it (OASIS, Static Analysis Results Interchange Format). */
final class SarifCheckPrinter implements CheckPrinter {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static final List<ProblemCode> CODES = List.of(ProblemCode.values());

    @Override
    public void print(CheckedRules checked, Output out) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            log(checked, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string can be written to", e);
        }
        out.line(text.toString());
    }

    private static void log(CheckedRules checked, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool(json);
        // Columns count characters, as SARIF calls code points.
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeArrayFieldStart("results");
        for (var problem : checked.problems()) {
            result(problem, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void tool(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "weir");
        json.writeStringField("version", WeirCommand.VERSION);
        json.writeArrayFieldStart("rules");
        for (var code : CODES) {
            json.writeStartObject();
            json.writeStringField("id", code.label());
            message(json, "shortDescription", code.meaning());
            message(json, "help", code.fix());
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", code.severity().label());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(Problem problem, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", problem.code().label());
        json.writeNumberField("ruleIndex", CODES.indexOf(problem.code()));
        json.writeStringField("level", problem.severity().label());
        message(json, "message", text(problem));
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(problem.position().file()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", problem.position().line());
        json.writeNumberField("startColumn", problem.position().column());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String text(Problem problem) {
        var text = new StringBuilder(problem.found());
        part(text, "expected", problem.expected());
        part(text, "fix", problem.fix());
        part(text, "rule", problem.rule());
        return text.toString();
    }

    private static void part(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("; ").append(name).append(": ").append(value);
        }
    }

    private static void message(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** A relative reference for a relative path, with forward slashes and escapes; a file URI for another. */
    private static String uri(String file) {
        var path = Path.of(file);
        try {
            return path.isAbsolute()
                    ? path.toUri().toString()
                    : new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every path can be escaped: " + file, e);
        }
    }
}
