package io.weir.cli;

import io.weir.check.CheckedRules;

/** Letters to the authors, a blank line after each. */
final class TextCheckPrinter implements CheckPrinter {

    @Override
    public void print(CheckedRules checked, Output out) {
        for (var problem : checked.problems()) {
            out.line(problem.render());
        }
    }
}
