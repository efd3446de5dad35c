package io.weir.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeantFieldTest {

    private final WindowsFields fields = WindowsFields.load();

    @ParameterizedTest
    @CsvSource({"image,Image", "Imge,Image", "computer,Computer", "CommandLin,CommandLine"})
    void isOneOfTheCategorysOrOfAllEvents(String written, String meant) {
        assertThat(fields.meant("process_creation", written)).contains(meant);
    }

    @Test
    void isNoneWhereNothingIsNear() {
        assertThat(fields.meant("process_creation", "DestinationIp")).isEmpty();
    }
}
