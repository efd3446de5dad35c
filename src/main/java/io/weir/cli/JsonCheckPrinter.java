package io.weir.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.weir.check.CheckedRules;
import io.weir.rule.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** One JSON object: {@code {"problems":[…],"in_force":N,"refused":N}}. */
final class JsonCheckPrinter implements CheckPrinter {

    @Override
    public void print(CheckedRules checked, Output out) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            write(checked, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string can be written to", e);
        }
        out.line(text.toString());
    }

    private static void write(CheckedRules checked, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("problems");
        for (var problem : checked.problems()) {
            write(problem, json);
        }
        json.writeEndArray();
        json.writeNumberField("in_force", checked.loaded().inForce());
        json.writeNumberField("refused", checked.loaded().refused());
        json.writeEndObject();
    }

    private static void write(Problem problem, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", problem.position().file());
        json.writeNumberField("line", problem.position().line());
        json.writeNumberField("column", problem.position().column());
        json.writeStringField("severity", problem.severity().label());
        json.writeStringField("code", problem.code().label());
        json.writeStringField("rule", problem.rule());
        json.writeStringField("found", problem.found());
        json.writeStringField("expected", problem.expected());
        json.writeStringField("fix", problem.fix());
        json.writeEndObject();
    }
}
