package io.weir.match.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldTest {

    @ParameterizedTest
    @CsvSource({
        "CMD.EXE, cmd.exe",
        "ÄÖÜ, äöü",
        "ΣΑΣ, σας",
        "ПРИВЕТ, привет",
        "\uD801\uDC00, \uD801\uDC28",
        "K, k",
        "ſ, s"
    })
    void takesTheCasesOfALetterForOne(String upper, String lower) {
        assertThat(CaseFold.fold(upper)).isEqualTo(CaseFold.fold(lower));
    }

    @ParameterizedTest
    @CsvSource({"ı, i", "İ, i", "ß, ss", "é, e"})
    void keepsOtherLettersApart(String one, String other) {
        assertThat(CaseFold.fold(one)).isNotEqualTo(CaseFold.fold(other));
    }

    @Test
    void neverChangesHowManyUnitsACharacterTakes() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT))
                .allMatch(point -> Character.charCount(CaseFold.fold(point)) == Character.charCount(point));
    }

    @Test
    void changesNothingThatIsFolded() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT))
                .allMatch(point -> CaseFold.fold(CaseFold.fold(point)) == CaseFold.fold(point));
    }

    @Test
    void leavesAnUnpairedSurrogateAlone() {
        assertThat(CaseFold.fold("A\uD801B")).isEqualTo("a\uD801b");
    }
}
