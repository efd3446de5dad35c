package io.weir.cli;

import static io.weir.cli.TypedCommand.run;
import static io.weir.cli.TypedCommand.weir;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads who asks a command what it can do. */
class CommandHelpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "check",
                "standing",
                "match",
                "why",
                "cluster up",
                "cluster down",
                "cluster status",
                "cluster send",
                "submit",
                "upgrade",
                "publish",
                "reprocess",
                "soak"
            })
    void everyCommandSaysWhatItsExitCodesMean(String command) {
        assertThat(weir((command + " --help").split(" "))).contains("\nExit code: 0 ");
    }

    /** In the list of commands each has the first of what it says of itself. */
    @ParameterizedTest
    @ValueSource(strings = {"", "cluster "})
    void theListOfCommandsHasWholeSentences(String above) {
        var list = weir((above + "--help").split(" "))
                .replaceFirst("(?s).*\nCommands:\n", "")
                .replaceFirst("(?s)\n\n.*", "\n")
                .replaceAll("\n {4,}", " ");

        assertThat(list.lines()).isNotEmpty().allMatch(line -> line.matches(" {2}[a-z]+ +[A-Z].*\\."));
    }

    @Test
    void aWordThatIsNoCommandIsAnsweredWithThoseThatThereAre() {
        assertThat(run("chek").said())
                .startsWith("weir: no command 'chek'; write one of demo, run, check, ")
                .endsWith("; see weir --help\n");
        assertThat(run("cluster", "halt").said())
                .isEqualTo("weir: no command 'halt'; write one of up, down, status, send; see weir cluster --help\n");
        assertThat(run("cluster").said()).isEqualTo("weir: say up, down, status or send; see weir cluster --help\n");
    }
}
