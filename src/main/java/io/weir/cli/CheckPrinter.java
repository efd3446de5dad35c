package io.weir.cli;

import io.weir.check.CheckedRules;

/** Writes what a check found. */
interface CheckPrinter {

    /** How it is written. */
    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    /** The printer of that format. */
    static CheckPrinter of(Format format) {
        return switch (format) {
            case TEXT -> new TextCheckPrinter();
            case JSON -> new JsonCheckPrinter();
            case SARIF -> new SarifCheckPrinter();
        };
    }

    /** Writes all problems, in their order. */
    void print(CheckedRules checked, Output out);
}
