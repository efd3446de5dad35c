package io.weir.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedPipelinesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void takesDifferentPipelinesInARow() throws IOException {
        var one = write("one.yml", "name: One\ntransformations: []\n");
        var two = write("two.yml", "name: Two\ntransformations: []\n");

        assertThat(LoadedPipelines.read(List.of("windows-audit", one, two)).files())
                .hasSize(3);
    }

    @Test
    void refusesAPipelineThatIsNamedTwiceAsItWouldChangeRulesTwice() throws IOException {
        var one = write("one.yml", "name: One\ntransformations: []\n");

        assertThatThrownBy(() -> LoadedPipelines.read(List.of(one, "windows-audit", one)))
                .isInstanceOf(IOException.class)
                .hasMessage(one + " is named twice; name it once");
        assertThatThrownBy(() -> LoadedPipelines.read(List.of("windows-audit", "windows-audit")))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(" is named twice; name it once");
    }

    @Test
    void refusesACopyOfAPipelineUnderAnotherName() throws IOException {
        var one = write("one.yml", "name: One\ntransformations: []\n");
        var copy = write("copy.yml", "name: One\ntransformations: []\n");

        assertThatThrownBy(() -> LoadedPipelines.read(List.of(one, copy)))
                .isInstanceOf(IOException.class)
                .hasMessage(copy + " is the same pipeline as " + one + "; name one of them");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
