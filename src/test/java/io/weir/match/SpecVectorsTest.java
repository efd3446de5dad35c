package io.weir.match;

import io.weir.Corpus;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors of Sigma 2.1 that were written by others. */
class SpecVectorsTest {

    static Stream<Semantics> vectors() throws IOException {
        return Corpus.jsonLines("spec/spec_vectors_visible.jsonl").stream().map(Semantics::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void hold(Semantics vector) {
        vector.holds();
        vector.holdsOfRecords();
    }
}
