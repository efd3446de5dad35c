package io.weir.parse;

import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.List;

/**
 * The documents of one file, read apart from all other files, so that files can be read side by side.
 *
 * @param documents in the order of the file
 * @param problems what is wrong with the file itself
 */
record ParsedFile(List<ParsedDocument> documents, List<Problem> problems) {

    ParsedFile {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }

    /** Reads a file. What is wrong in it is a problem of that file and touches no other. */
    static ParsedFile of(RuleFile file) {
        try {
            refuseUnreadable(file);
            var source = SourceDecoder.decode(file);
            var documents = DocumentSplitter.split(source).stream()
                    .map(ParsedDocument::of)
                    .toList();
            return new ParsedFile(documents, documents.isEmpty() ? List.of(empty(file)) : List.of());
        } catch (Refusal refusal) {
            return new ParsedFile(List.of(), List.of(refusal.problem()));
        }
    }

    private static Problem empty(RuleFile file) {
        return Problem.at(ProblemCode.NO_RULE, Position.startOf(file.name()), "no rule in this file")
                .expecting("a map with title, logsource, detection");
    }

    private static void refuseUnreadable(RuleFile file) throws Refusal {
        if (!file.trouble().isEmpty()) {
            var found = "the file can't be read: " + file.trouble();
            throw new Refusal(Problem.at(ProblemCode.UNREADABLE_FILE, Position.startOf(file.name()), found)
                    .expecting("a file that can be read, or none under this name"));
        }
    }
}
