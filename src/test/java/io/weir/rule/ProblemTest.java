package io.weir.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    @Test
    void leavesOutWhatItDoesNotKnow() {
        assertThat(Problem.at(ProblemCode.NO_RULE, new Position("a.yml", 3, 7), "something")
                        .render())
                .isEqualTo("a.yml:3:7: error: something [no-rule]\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 120, 121, 150, 200, 400})
    void pointsAtTheColumnHoweverLongTheLineIs(int column) {
        var line = "a".repeat(column - 1) + "X" + "b".repeat(400 - column);
        var lines = rendered(line, column);
        assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('X');
        assertThat(lines[1].length()).isLessThanOrEqualTo(4 + Excerpt.WIDTH + 1);
    }

    @Test
    void marksWhereALongLineIsCut() {
        var cut = rendered("a".repeat(500), 300)[1];
        assertThat(cut).startsWith("  | …a").endsWith("a…");
        assertThat(rendered("a".repeat(Excerpt.WIDTH), 5)[1]).doesNotContain("…");
    }

    @ParameterizedTest
    @CsvSource({"'\tab|X', 5", "'\t\t\tX', 4", "'a\u0007bX', 4", "'日本X', 3", "'😀😀X', 3", "'\u202eX', 2"})
    void pointsAtTheColumnBehindTabsAndStrangeCharacters(String line, int column) {
        var lines = rendered(line, column);
        int caret = lines[2].indexOf('^');
        assertThat(lines[1].substring(lines[1].offsetByCodePoints(0, caret))).startsWith("X");
    }

    @Test
    void pointsBehindTheEndOfALine() {
        assertThat(rendered("abc", 6)[2]).isEqualTo("  | .....^");
        assertThat(rendered("a".repeat(200), 201)[2]).endsWith(".^");
        assertThat(rendered("abc", 500)[2]).hasSizeLessThan(100);
    }

    @Test
    void letsNoLineOfTheFileReachTheTerminalAsItIs() {
        var problem = Problem.at(ProblemCode.NO_RULE, new Position("a\u001b.yml", 1, 1), "b\nc")
                .withExcerpt("\u001b[2J")
                .ofRule("d\re");
        assertThat(problem.render()).doesNotContain("\u001b", "\r", "b\nc");
    }

    private static String[] rendered(String line, int column) {
        return Problem.at(ProblemCode.NO_RULE, new Position("a.yml", 1, column), "something")
                .withExcerpt(line)
                .render()
                .split("\n");
    }
}
