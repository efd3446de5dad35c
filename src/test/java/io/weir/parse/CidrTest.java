package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 0a000000, 8",
        "0.0.0.0/0, 00000000, 0",
        "255.255.255.255/32, ffffffff, 32",
        "192.168.1.1, c0a80101, 32",
        "172.16.0.0/12, ac100000, 12",
        "'::/0', 00000000000000000000000000000000, 0",
        "'::1/128', 00000000000000000000000000000001, 128",
        "'fe80::/10', fe800000000000000000000000000000, 10",
        "'FC00::/7', fc000000000000000000000000000000, 7",
        "'2001:db8:1:2:3:4:5:6', 20010db8000100020003000400050006, 128",
        "'2001:db8::5:6/128', 20010db8000000000000000000050006, 128",
        "'::ffff:10.0.0.0/104', 00000000000000000000ffff0a000000, 104",
        "'64:ff9b::/96', 0064ff9b000000000000000000000000, 96",
    })
    void readsRangesOfBothFamilies(String text, String address, int prefix) {
        var range = Cidr.parse(text).orElseThrow();
        assertThat(HexFormat.of().formatHex(range.address())).isEqualTo(address);
        assertThat(range.prefix()).isEqualTo(prefix);
        assertThat(range.isAligned()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0.0/ 8",
                " 10.0.0.0/8",
                "10.0.0.0/8 ",
                "10.0.0.0/255.0.0.0",
                "10.0.0/8",
                "10.0.0.0.0/8",
                "10.0.0.256/32",
                "010.0.0.0/8",
                "10.0.0.٣/32",
                "10/8",
                "localhost/8",
                "example.com",
                "1.2.3.4/8/8",
                ":",
                ":::",
                "::1::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "g::",
                "fe80::1%eth0/64",
                "::1/129",
                "::1.2.3",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "::0001:00001",
                "[::1]"
            })
    void refusesWhatIsNone(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3/8, 10.0.0.0/8", "192.168.1.129/25, 192.168.1.128/25", "1.2.3.4/0, 0.0.0.0/0"})
    void knowsTheRangeThatHoldsAnAddress(String text, String aligned) {
        var range = Cidr.parse(text).orElseThrow();
        assertThat(range.isAligned()).isFalse();
        assertThat(range.aligned()).contains(aligned);
    }
}
