package io.weir.bench.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * Events, and the rules that they are matched against.
 *
 * @param name as the table has it
 * @param events a file of them, one a line
 * @param choices of rules; each is measured by itself
 */
record Workload(String name, Path events, List<RuleChoice> choices) {

    Workload {
        choices = List.copyOf(choices);
    }
}
