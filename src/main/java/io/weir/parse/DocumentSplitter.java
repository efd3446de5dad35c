package io.weir.parse;

import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a file into its YAML documents before any of them is parsed, so that one with a syntax error leaves the others readable.
 * That is exact: YAML allows {@code ---} and {@code ...} at the start of a line nowhere but between documents.
 */
final class DocumentSplitter {

    /** The most documents of one file. */
    static final int MOST = 1_000;

    private final SourceText source;
    private final List<DocumentText> documents = new ArrayList<>();
    private int first = 1;
    private boolean marked;
    private boolean filled;

    private DocumentSplitter(SourceText source) {
        this.source = source;
    }

    /** The documents that hold something, in the order of the file. */
    static List<DocumentText> split(SourceText source) throws Refusal {
        var splitter = new DocumentSplitter(source);
        for (int line = 1; line <= source.lines(); line++) {
            if (splitter.matters(line)) {
                splitter.take(line, source.line(line));
            }
        }
        splitter.closeAt(source.lines());
        return splitter.documents;
    }

    /** Within a document, only a line that may be a marker does. */
    private boolean matters(int number) {
        return !filled || source.begins(number, "---") || source.begins(number, "...");
    }

    private void take(int number, String line) throws Refusal {
        if (isMarker(line, "...")) {
            closeAt(number);
        } else if (isMarker(line, "---")) {
            if (marked || filled) {
                closeAt(number - 1);
            }
            marked = true;
            filled = holdsContent(line.substring(3));
        } else {
            filled |= holdsContent(line) && (marked || !line.startsWith("%"));
        }
    }

    private void closeAt(int last) throws Refusal {
        if (filled) {
            var document = new DocumentText(source, first, source.lines(first, last));
            refuseTooMany(document);
            documents.add(document);
        }
        first = last + 1;
        marked = false;
        filled = false;
    }

    private void refuseTooMany(DocumentText document) throws Refusal {
        if (documents.size() == MOST) {
            throw new Refusal(Problem.at(
                            ProblemCode.TOO_LARGE,
                            document.position(0, 0),
                            "the file has more than " + MOST + " documents")
                    .expecting("at most " + MOST)
                    .fixedBy("put the rules into several files"));
        }
    }

    private static boolean isMarker(String line, String marker) {
        return line.startsWith(marker) && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
    }

    private static boolean holdsContent(String line) {
        var content = line.stripLeading();
        return !content.isEmpty() && !content.startsWith("#");
    }
}
