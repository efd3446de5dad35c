package io.weir.parse;

import io.weir.rule.Position;

/**
 * One YAML document of a file.
 *
 * @param source the file
 * @param firstLine where the document begins, counted from 1
 * @param text its lines, with the {@code ---} before them
 */
record DocumentText(SourceText source, int firstLine, String text) {

    /** Title and id as far as lines at the margin tell them: what a message calls a rule whose document is not YAML. */
    String label() {
        return RuleLabel.of(marginal("title"), marginal("id"));
    }

    private String marginal(String key) {
        var start = key + ": ";
        return text.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .map(line -> line.substring(start.length()).strip())
                .orElse("");
    }

    /** A place in the file from a line and a column of this document, both counted from 0. */
    Position position(int line, int column) {
        return new Position(source.file(), firstLine + line, column + 1);
    }
}
