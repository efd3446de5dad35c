package io.weir.parse;

import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Tells an author why a document is not YAML, in words for people who write rules rather than parsers. */
final class SyntaxLetter {

    private static final String QUOTE_ALL = "write '…' around the whole value";

    private final DocumentText document;
    private final MarkedYAMLException exception;
    private final String context;
    private final String complaint;

    private SyntaxLetter(DocumentText document, MarkedYAMLException exception) {
        this.document = document;
        this.exception = exception;
        this.context = Optional.ofNullable(exception.getContext()).orElse("");
        this.complaint = Optional.ofNullable(exception.getProblem()).orElse("");
    }

    static Problem of(MarkedYAMLException exception, DocumentText document) {
        return new SyntaxLetter(document, exception).write();
    }

    private Problem write() {
        if (isTab()) {
            return letter(ProblemCode.TAB, mark(), "a tab where YAML wants spaces", "spaces", "indent with spaces");
        } else if (context.contains("quoted scalar")) {
            return ofQuotes();
        } else if (context.contains("an alias") || context.contains("an anchor")) {
            return here("* or & at the start of a text without quotes", "quotes around it", QUOTE_ALL);
        } else if (complaint.contains("mapping values are not allowed")) {
            return here(
                    "': ' inside a text without quotes, or a wrong indentation",
                    "one key and one value a line",
                    QUOTE_ALL);
        } else if (complaint.contains("that cannot start any token")) {
            return here(
                    "a text without quotes that begins with " + Quoted.of(character()), "quotes around it", QUOTE_ALL);
        }
        return ofStructure();
    }

    private Problem ofQuotes() {
        if (complaint.contains("escape") || complaint.contains("hexadecimal")) {
            return here(
                    "an escape that YAML does not know, in double quotes",
                    "\\\\ for a backslash",
                    "use single quotes, in which a backslash is a backslash");
        }
        return start(
                "a quote that is never closed",
                "the same quote at the end of the text",
                "inside single quotes, write '' for a quote");
    }

    private Problem ofStructure() {
        if (context.contains("flow sequence")) {
            return start("a list in brackets that is not closed", "]", "");
        } else if (context.contains("flow mapping")) {
            return start("a map in braces that is not closed", "}", QUOTE_ALL);
        } else if (context.contains("simple key")) {
            return start(
                    "a line that is neither a key nor an item of a list",
                    "a key with ':' behind it, or '-' before it",
                    "");
        } else if (complaint.contains("found '<scalar>'")) {
            return here(
                    "text behind a closing quote", "the end of the line", "inside single quotes, write '' for a quote");
        }
        return ofIndentation();
    }

    private Problem ofIndentation() {
        if (context.contains("block mapping") || complaint.contains("'<document start>'")) {
            return here("a line that is not indented as the keys above it", "the keys of one map in one column", "");
        } else if (complaint.contains("sequence entries are not allowed")) {
            return here("an item of a list where none can be", "'-' at the start of a line of its own", "");
        }
        return here("this is not YAML: " + complaint, "", "");
    }

    private Problem here(String found, String expected, String fix) {
        return letter(ProblemCode.YAML_SYNTAX, mark(), found, expected, fix);
    }

    /** A letter about what was begun and not ended: it points to the beginning. */
    private Problem start(String found, String expected, String fix) {
        var begun = Optional.ofNullable(exception.getContextMark()).orElse(mark());
        return letter(ProblemCode.YAML_SYNTAX, begun, found, expected, fix);
    }

    private Problem letter(ProblemCode code, Mark mark, String found, String expected, String fix) {
        return Problem.at(code, document.position(mark.getLine(), mark.getColumn()), found)
                .expecting(expected)
                .fixedBy(fix);
    }

    private Mark mark() {
        return Optional.ofNullable(exception.getProblemMark()).orElse(exception.getContextMark());
    }

    private boolean isTab() {
        return character().equals("\t");
    }

    private String character() {
        var mark = mark();
        return mark.getPointer() < mark.getBuffer().length
                ? Character.toString(mark.getBuffer()[mark.getPointer()])
                : "";
    }
}
