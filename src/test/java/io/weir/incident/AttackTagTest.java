package io.weir.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackTagTest {

    @ParameterizedTest
    @CsvSource({
        "attack.execution, execution, true, false",
        "attack.lateral-movement, lateral-movement, true, false",
        "attack.command_and_control, command-and-control, true, false",
        "ATTACK.T1218, t1218, false, true",
        "attack.t1218.011, t1218.011, false, true",
        "attack.t12185, t12185, false, false",
        "attack.t1218.11, t1218.11, false, false",
        "attack.g0032, g0032, false, false",
        "attack.s0154, s0154, false, false",
        "attack.-execution, -execution, false, false",
        "attack.execution-, execution-, false, false",
        "attack.lateral--movement, lateral--movement, false, false",
        "attack.ex\u00e9cution, ex\u00e9cution, false, false",
        "attack., '', false, false"
    })
    void aTagOfAttackIsATacticATechniqueOrSomethingElse(
            String tag, String name, boolean isTactic, boolean isTechnique) {
        assertThat(AttackTag.of(tag)).hasValueSatisfying(known -> {
            assertThat(known.name()).isEqualTo(name);
            assertThat(known.isTactic()).isEqualTo(isTactic);
            assertThat(known.isTechnique()).isEqualTo(isTechnique);
        });
    }

    @ParameterizedTest
    @CsvSource({"cve.2021-44228", "car.2013-05-009", "attack", "''"})
    void aTagOfAnotherNameSpaceIsNone(String tag) {
        assertThat(AttackTag.of(tag)).isEmpty();
    }
}
