package io.weir.parse;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Two hundred fixed seeds, or the one that {@code -Dseed=…} names. */
final class Seeds implements ArgumentsProvider {

    private static final int COUNT = 200;

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        var one = Long.getLong("seed");
        return (one == null ? LongStream.range(0, COUNT) : LongStream.of(one)).mapToObj(Arguments::of);
    }
}
