package io.weir.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.Condition.AllOf;
import io.weir.rule.Condition.AnyOf;
import io.weir.rule.Condition.Named;
import io.weir.rule.Condition.Not;
import io.weir.rule.Condition.Quantified;
import io.weir.rule.Condition.Quantifier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    @ParameterizedTest
    @CsvSource({
        "them, selection, true",
        "them, _selection, false",
        "*, selection, true",
        "*, _selection, false",
        "_*, _selection, true",
        "_*, selection, false",
        "selection_*, selection_a, true",
        "selection_*, selection_, true",
        "selection_*, selection, false",
        "selection, selection, true",
        "selection, selection_a, false",
        "*_x, a_x, true",
        "*_x, a_xy, false",
        "*a*b*, xaxbx, true",
        "*a*b*, xbxax, false",
        "a*a, a, false",
        "a*a, aa, true",
        "**, anything, true",
        "sel.*, selxa, false",
        "SEL*, selection, false",
    })
    void aPatternCoversTheSelectionsThatItFits(String pattern, String selection, boolean covers) {
        assertThat(new Quantified(Quantifier.ONE, pattern).covers(selection)).isEqualTo(covers);
    }

    @Test
    void aPatternOfManyStarsIsNoTrap() {
        var pattern = new Quantified(Quantifier.ALL, "*a".repeat(1_000) + "b");
        boolean covers =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> pattern.covers("a".repeat(10_000)));
        assertThat(covers).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ab, true", "abc, false", "a, false", "c, false", "'', false"})
    void aConditionIsTrueByWhatItsNamesAre(String names, boolean expected) {
        var condition = new AllOf(
                List.of(new AnyOf(List.of(new Named("a"), new Named("c"))), new Named("b"), new Not(new Named("c"))));

        assertThat(condition.isTrueWhere(names::contains)).isEqualTo(expected);
    }

    @Test
    void aPatternOverWhatIsNoSelectionIsNotTrue() {
        assertThat(new Quantified(Quantifier.ONE, "a*").isTrueWhere(name -> true))
                .isFalse();
    }
}
