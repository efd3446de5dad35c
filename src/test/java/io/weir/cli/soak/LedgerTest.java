package io.weir.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertChange;
import io.weir.cli.scenario.ExpectedAlert;
import io.weir.cli.scenario.PackRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final ExpectedAlert ONE = expected("p1");
    private static final ExpectedAlert OTHER = expected("p2");

    private final Ledger ledger = new Ledger();

    private static ExpectedAlert expected(String process) {
        return new ExpectedAlert(PackRule.LOLBIN_EXECUTION, "ws-1", process);
    }

    private static String body(String rule, String process, String remark) {
        return """
                {"rule":{"id":"%s"},"host":"ws-1","group":{"process":"%s"},"remark":"%s"}""".formatted(rule, process, remark);
    }

    private void told(String id, String process, String remark) {
        ledger.add(new AlertChange(id, body(PackRule.LOLBIN_EXECUTION.id(), process, remark), 0, false));
    }

    @Test
    void whatIsExpectedAndNotToldIsMissing() {
        told("a", "p1", "");

        assertThat(ledger.missing(List.of(ONE, OTHER))).containsExactly(OTHER);
        assertThat(ledger.surplus(() -> List.of(ONE, OTHER))).isZero();
    }

    @Test
    void whatIsWithdrawnStandsNoMore() {
        told("a", "p1", "");
        ledger.add(new AlertChange("a", "", 0, false));

        assertThat(ledger.told()).isEmpty();
        assertThat(ledger.missing(List.of(ONE))).containsExactly(ONE);
    }

    @Test
    void anAlertThatIsToldAsItStandsIsDoubledAndARevisedOneIsNot() {
        told("a", "p1", "");
        told("a", "p1", "revised");
        assertThat(ledger.doubled()).isZero();

        told("a", "p1", "revised");
        assertThat(ledger.doubled()).isEqualTo(1);
        assertThat(ledger.told()).containsExactly(ONE);
    }

    @Test
    void anAlertThatIsToldAgainAfterItWasWithdrawnIsNotDoubled() {
        told("a", "p1", "");
        ledger.add(new AlertChange("a", "", 0, false));
        told("a", "p1", "");

        assertThat(ledger.doubled()).isZero();
    }

    @Test
    void whatNobodyExpectsAndASecondOneOfTheSameAreTooMany() {
        told("a", "p1", "");
        told("b", "p1", "");
        told("c", "p2", "");

        assertThat(ledger.surplus(() -> List.of(ONE))).isEqualTo(2);
    }

    @Test
    void alertsOfOtherRulesOfThePackAreNobodysBusiness() {
        ledger.add(new AlertChange("a", body("00000000-0000-4000-8000-000000000000", "p1", ""), 0, false));

        assertThat(ledger.told()).isEmpty();
        assertThat(ledger.surplus(List::of)).isZero();
    }

    @Test
    void aDeadLetterThatComesTwiceIsDoubledAndCountsOnce() {
        ledger.addDeadLetter("windows/0/1");
        ledger.addDeadLetter("windows/0/2");
        ledger.addDeadLetter("windows/0/1");

        assertThat(ledger.deadLetters()).isEqualTo(2);
        assertThat(ledger.doubled()).isEqualTo(1);
    }
}
