package io.weir.pipeline;

import io.weir.parse.RuleFile;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The pipelines and rules that pySigma was asked about. */
final class OracleFiles {

    private OracleFiles() {}

    static RuleFile file(String name) {
        return new RuleFile(name.substring(name.indexOf('/') + 1), read(name));
    }

    static byte[] read(String name) {
        try (var in = OracleFiles.class.getResourceAsStream("oracle/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource oracle/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
