package io.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionNamesTest {

    private static final String JOB = "--rules rules --topic windows --bootstrap-servers kafka:9092 ";

    private final TransactionNames names = names("--alerts-topic alerts --dead-letters-topic letters");

    @ParameterizedTest
    @ValueSource(strings = {"--alerts-topic alerts", "--alerts-topic others --dead-letters-topic letters"})
    void areSharedByWhatWritesToOneTopic(String options) {
        assertThat(names.shared(names(options))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--alerts-topic others",
                "--output alerts",
                "--alerts-topic alerts --transactional-id-prefix mine",
                "--alerts-topic alerts --delivery at-least-once",
                "--alerts-topic alerts --unknown-option"
            })
    void areNotSharedByWhatHasOthersOrNone(String options) {
        assertThat(names.shared(names(options))).isEmpty();
    }

    @Test
    void areThoseOfOneBroker() {
        assertThat(names.shared(names("--alerts-topic alerts"))).contains("weir-alerts… at kafka:9092");
        assertThat(names.shared(TransactionNames.of(
                        List.of((JOB.replace("kafka", "other") + "--alerts-topic alerts").split(" ")))))
                .isEmpty();
    }

    private static TransactionNames names(String options) {
        return TransactionNames.of(List.of((JOB + options).split(" ")));
    }
}
