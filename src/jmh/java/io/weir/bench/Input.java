package io.weir.bench;

import java.util.List;

/** What the jobs that are compared read, and where they leave what they find, as options of {@code weir run}. */
interface Input {

    /** Options that name all telemetry. */
    List<String> whole();

    /** Options that name the same kind of place with nothing in it. */
    List<String> nothing();
}
