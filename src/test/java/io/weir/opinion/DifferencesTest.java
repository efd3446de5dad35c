package io.weir.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.opinion.Differences.Row;
import org.junit.jupiter.api.Test;

/** The list of differences stays short and says what it must; that it is right is for {@link SecondOpinionIT}. */
class DifferencesTest {

    @Test
    void isShortEnoughToBeRead() {
        assertThat(Differences.rows()).isNotEmpty().hasSizeLessThanOrEqualTo(Differences.MOST);
    }

    @Test
    void namesEachDifferenceOnce() {
        assertThat(Differences.rows())
                .extracting(row -> row.opinion() + " " + row.difference())
                .doesNotHaveDuplicates();
    }

    @Test
    void saysWhoIsRightAndByWhichSection() {
        assertThat(Differences.rows()).allSatisfy(row -> {
            assertThat(row.opinion()).isIn("rsigma", "pySigma");
            assertThat(row.weir()).isIn("matches", "does not");
            assertThat(row.right()).isIn("Weir", row.opinion());
            assertThat(row.section()).matches("(rules specification|modifiers appendix), .+");
        });
        assertThat(Differences.rows())
                .extracting(Row::right)
                .as("where another is right, Weir is mended")
                .containsOnly("Weir");
    }
}
