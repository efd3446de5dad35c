package io.weir.parse;

import io.weir.rule.Problem;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Tells an author why a document is not YAML, in words for people who write rules rather than parsers. */
final class SyntaxLetter {

    private final DocumentText document;
    private final Mark mark;
    private final String complaint;

    private SyntaxLetter(DocumentText document, Mark mark, String complaint) {
        this.document = document;
        this.mark = mark;
        this.complaint = complaint;
    }

    static Problem of(MarkedYAMLException exception, DocumentText document) {
        var mark = Optional.ofNullable(exception.getProblemMark()).orElse(exception.getContextMark());
        var complaint = Optional.ofNullable(exception.getProblem()).orElse("");
        var context = Optional.ofNullable(exception.getContext()).orElse("");
        return new SyntaxLetter(document, mark, context + "; " + complaint).write();
    }

    private Problem write() {
        if (here() == '\t') {
            return letter("a tab where YAML wants spaces", "spaces", "indent with spaces");
        } else if (complaint.contains("escape character") || complaint.contains("escape sequence")) {
            return letter(
                    "an escape that YAML does not know, in double quotes",
                    "\\\\ for a backslash",
                    "use single quotes, in which a backslash is a backslash");
        } else if (complaint.contains("scanning an alias") || complaint.contains("scanning an anchor")) {
            return letter(
                    "* or & at the start of a text without quotes",
                    "quotes around it",
                    "write '…' around the whole value");
        } else if (complaint.contains("mapping values are not allowed")) {
            return letter(
                    "': ' inside a text without quotes, or a wrong indentation",
                    "one key and one value a line",
                    "write '…' around the whole value");
        } else if (complaint.contains("that cannot start any token")) {
            return letter(
                    "a text without quotes that begins with " + Quoted.of(Character.toString(here())),
                    "quotes around it",
                    "write '…' around the whole value");
        } else if (complaint.contains("quoted scalar")) {
            return letter(
                    "a quote that is never closed",
                    "the same quote at the end of the text",
                    "inside single quotes, write '' for a quote");
        }
        return letter("this is not YAML: " + Quoted.of(complaint.toLowerCase(Locale.ROOT)), "", "");
    }

    private Problem letter(String found, String expected, String fix) {
        return Problem.at(document.position(mark.getLine(), mark.getColumn()), found)
                .expecting(expected)
                .fixedBy(fix);
    }

    private int here() {
        return mark.getPointer() < mark.getBuffer().length ? mark.getBuffer()[mark.getPointer()] : 0;
    }
}
