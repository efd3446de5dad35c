package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModifierChainTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: x",
                "A: 5",
                "A: true",
                "A: null",
                "A|all: [x, 5, true]",
                "A|neq: null",
                "A|neq|all: [x, y]",
                "A|all|neq: [x, y]",
                "A|contains|all: [x, y]",
                "A|all|contains: [x, y]",
                "A|contains|neq: x",
                "A|contains|cased: x",
                "A|cased|contains: x",
                "A|startswith|cased: x",
                "A|windash|contains|all: [x, y]",
                "A|contains|windash: x",
                "A|contains|all|windash: [x, y]",
                "A|startswith|endswith: x",
                "A|contains|contains: x",
                "A|base64: x",
                "A|base64offset|contains: x",
                "A|wide|base64offset|contains: x",
                "A|utf16|base64: x",
                "A|utf16le|base64|contains: x",
                "A|utf16be|base64|startswith: x",
                "A|cased|base64: x",
                "A|contains|wide: x",
                "A|base64|base64: x",
                "A|base64: 'a\\*b'",
                "A|re: x",
                "A|re: 5",
                "A|re: ''",
                "A|re|i: x",
                "A|re|i|m|s: x",
                "A|re|all: [x, y]",
                "A|all|re: [x, y]",
                "A|re|contains: x",
                "A|re|neq: x",
                "A|neq|re: x",
                "A|cidr: 10.0.0.0/8",
                "A|cidr|neq: 10.0.0.0/8",
                "A|cidr|all: [10.0.0.0/8, 10.1.0.0/16]",
                "A|fieldref: B",
                "A|fieldref|neq: B",
                "A|fieldref|startswith: B",
                "A|cased|fieldref: B",
                "A|exists: true",
                "A|exists|neq: true",
                "A|lt: 5",
                "A|lte: 5.5",
                "A|gt: -5",
                "A|gte: [5, 6]",
                "A|lt|neq: 5",
                "A|minute: 59",
                "A|hour: 3",
                "A|day|lt: 5",
                "A|week|neq: 5",
                "A|month: [1, 2]",
                "A|year|gte: 2024",
                "'|all': [x, y]",
                "'|contains|all': [x, y]",
                "'|re': x",
                "'|re|i': [x, y]",
                "'|base64offset': x",
                "'|cased': x"
            })
    void takeWhatPySigmaTakes(String item) {
        assertThat(Rules.letters(Rules.withItem(item))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A|contains: null",
                "A|startswith:",
                "A|cased: null",
                "A|re: null",
                "A|exists: null",
                "A|lt: null",
                "A|hour: null",
                "A|contains|re: x",
                "A|windash|re: x",
                "A|re|windash: x",
                "A|re|base64: x",
                "A|re|cased: x",
                "A|re|re: x",
                "A|i: x",
                "A|contains|i: x",
                "A|i|re: x",
                "A|base64: 5",
                "A|windash: true",
                "A|wide: 5",
                "A|utf16: 5",
                "A|contains|base64: x",
                "A|base64: a*b",
                "A|base64offset: a?b",
                "A|cidr: 5",
                "A|cidr: x",
                "A|cidr|contains: 10.0.0.0/8",
                "A|contains|cidr: 10.0.0.0/8",
                "A|fieldref: 5",
                "A|fieldref: B*",
                "A|contains|fieldref: B",
                "A|base64|fieldref: B",
                "A|fieldref|base64: B",
                "'|fieldref': B",
                "A|exists: x",
                "A|exists: 1",
                "A|exists|contains: true",
                "A|contains|exists: true",
                "'|exists': true",
                "A|lt: x",
                "A|lt: '5'",
                "A|lt: true",
                "A|lt: 2024-01-01",
                "A|lt|gt: 5",
                "A|lt|contains: 5",
                "A|contains|lt: 5",
                "A|hour: x",
                "A|lt|hour: 5",
                "A|hour|day: 5",
                "A|hour|contains: 5",
                "A|exists|lt: 5",
                "A|dotall: x",
                "A|nope: x",
                "A|CONTAINS: x",
                "A|contains |all: x"
            })
    void refuseWhatPySigmaRefuses(String item) {
        var parsed = Rules.parse(Rules.withItem(item));
        assertThat(parsed.rules()).isEmpty();
        assertThat(parsed.problems()).hasSize(1);
    }
}
