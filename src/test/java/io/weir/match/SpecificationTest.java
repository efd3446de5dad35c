package io.weir.match;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the Sigma specification: {@code specification.yml}. */
class SpecificationTest {

    static Stream<SigmaExample> examples() throws IOException {
        return SigmaExample.read(
                Objects.requireNonNull(SpecificationTest.class.getResourceAsStream("specification.yml")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void holds(SigmaExample example) {
        example.holds();
    }
}
