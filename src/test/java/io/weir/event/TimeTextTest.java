package io.weir.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-04T05:06:07Z             | 2026-03-04T05:06:07Z        | 1000000 | true
            2026-03-04 05:06:07              | 2026-03-04T05:06:07Z        | 1000000 | false
            2026-03-04T05:06:07.1Z           | 2026-03-04T05:06:07.100Z    | 100000  | true
            2026-03-04T05:06:07.123Z         | 2026-03-04T05:06:07.123Z    | 1000    | true
            2026-03-04 05:06:07.404066       | 2026-03-04T05:06:07.404066Z | 1       | false
            2026-03-04T05:06:07,404066Z      | 2026-03-04T05:06:07.404066Z | 1       | true
            2026-03-04T05:06:07.1234567Z     | 2026-03-04T05:06:07.123456Z | 1       | true
            2026-03-04T05:06:07.123456789Z   | 2026-03-04T05:06:07.123456Z | 1       | true
            2026-03-04 05:06:07.123456 UTC   | 2026-03-04T05:06:07.123456Z | 1       | true
            2026-03-04T05:06:07+01:00        | 2026-03-04T04:06:07Z        | 1000000 | true
            2026-03-04T05:06:07.5-0530       | 2026-03-04T10:36:07.500Z    | 100000  | true
            2026-03-04T05:06:07.Z            | 2026-03-04T05:06:07Z        | 1000000 | true
            1970-01-01T00:00:00Z             | 1970-01-01T00:00:00Z        | 1000000 | true
            9999-12-31T23:59:59.9999999Z     | 9999-12-31T23:59:59.999999Z | 1       | true
            """)
    void readsEverySpellingWithItsPrecision(String text, String iso, long precisionMicros, boolean zoned) {
        var time = TimeText.of(text);

        assertThat(time.stamp().iso()).isEqualTo(iso);
        assertThat(time.stamp().precisionMicros()).isEqualTo(precisionMicros);
        assertThat(time.zoned()).isEqualTo(zoned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "yesterday",
                "2026-03-04",
                "2026-03-04T05:06",
                "2026-02-30T05:06:07Z",
                "2026-03-04T24:00:00Z",
                "2026-03-04T05:60:07Z",
                "2026-03-04T05:06:60Z",
                "2026-03-04x05:06:07Z",
                "2026-03-04T05:06:07 soon",
                "2026-03-04T05:06:07+19:00",
                "2026-03-04T05:06:07ZZ",
                "999999-01-01T00:00:00Z",
                "+999999-01-01T00:00:00Z",
                "-2026-03-04T05:06:07Z",
                "1969-12-31T23:59:59Z",
                "1601-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "0000-00-00T00:00:00Z",
                "२०२६-०३-०४T०५:०६:०७Z"
            })
    void takesAllElseForNoTime(String text) {
        assertThat(TimeText.of(text).stamp()).isEqualTo(Stamp.NONE);
    }

    @Test
    void givesUpOnAnEndlessFraction() {
        assertThat(TimeText.of("2026-03-04T05:06:07." + "1".repeat(1_000_000)).stamp())
                .isEqualTo(Stamp.NONE);
    }

    @Test
    void tellsTimesWithAZoneFromThoseWithout() {
        assertThat(TimeText.of("2026-03-04T05:06:07Z").zonelessStamp()).isEqualTo(Stamp.NONE);
        assertThat(TimeText.of("2026-03-04T05:06:07").zonedStamp()).isEqualTo(Stamp.NONE);
        assertThat(TimeText.of("2026-03-04T05:06:07").zonelessStamp().isKnown()).isTrue();
    }
}
