package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerlDollarTest {

    private static final String END = "(?:\\n?\\z)";

    @ParameterizedTest
    @CsvSource({
        "a$, a<",
        "(a$)|(b$), (a<)|(b<)",
        "\\\\$, \\\\<",
        "[$]$, [$]<",
        "[]$]$, []$]<",
        "[^]$]$, [^]$]<",
        "[\\]$]$, [\\]$]<"
    })
    void spellsOutTheEndOfTheText(String expression, String spelledOut) {
        assertThat(PerlDollar.spelledOut(expression)).isEqualTo(spelledOut.replace("<", END));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\$", "[$]", "[a-z$]", "\\Q$\\E", "\\Qa$", "[[:alpha:]$]", "(?m)a$", "(?im)a$", "[$", "\\", "a"
            })
    void leavesEveryOtherDollarAlone(String expression) {
        assertThat(PerlDollar.spelledOut(expression)).isEqualTo(expression);
    }
}
