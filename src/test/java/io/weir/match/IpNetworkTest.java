package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.FieldValue;
import io.weir.match.value.IpAddress;
import io.weir.match.value.Operand;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpNetworkTest {

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "172.16.0.0/12, 172.32.0.0, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "192.0.2.7/32, 192.0.2.7, true",
        "192.0.2.7/32, 192.0.2.6, false",
        "192.0.2.7, 192.0.2.7, true",
        "128.0.0.0/1, 127.255.255.255, false",
        "fe80::/10, fe80:0:0:0:80ac:4126:fa58:1b81, true",
        "fe80::/10, fec0::1, false",
        "fe80::/10, FE80::1%12, true",
        "fc00::/7, fdff:ffff::, true",
        "::1/128, 0:0:0:0:0:0:0:1, true",
        "::1/128, ::2, false",
        "::/0, 2001:db8::1, true",
        "2001:db8::/32, 2001:db8:0:0:8:800:200c:417a, true",
        "2001:db8::/33, 2001:db8:8000::, false",
        "2001:db8:0:1::/64, 2001:db8:0:1:ffff::, true",
        "2001:db8:0:1::/65, 2001:db8:0:1:8000::, false",
        "::ffff:0:0/96, ::ffff:10.0.0.1, true",
    })
    void holdsItsAddresses(String network, String address, boolean holds) {
        assertThat(fits(network, address)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({"0.0.0.0/0, ::1", "::/0, 10.0.0.1", "10.0.0.0/8, ::ffff:10.0.0.1", "::/0, ''"})
    void neverMixesTheFamilies(String network, String address) {
        assertThat(fits(network, address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "localhost", "10.0.0", "10.0.0.0.0", "10.0.0.256", "10.0.0.01", "10..0.1", "10.0.0.1 ",
                        "10.0.0.1:443",
                "0x0a.0.0.1", "167772161", "1::2::3", ":::", ":", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::",
                        "g::", "::1%",
                "1.2.3.4::", "::1.2.3.256", "1:2:3:4:5:6:7::8", "%1", "١٠.0.0.1", "::ffff:1.2.3"
            })
    void takesNothingElseForAnAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "ten/8", "/8", "10.0.0.0/8/8", "10.0.0.0/+8"
            })
    void takesNothingElseForANetwork(String text) {
        assertThat(IpNetwork.parse(text)).isEmpty();
    }

    @Test
    void readsAddressesAsTheJdkDoes() throws UnknownHostException {
        var random = new Random(4);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            for (int i = random.nextInt(bytes.length); i < bytes.length - 1; i++) {
                bytes[i] = 0;
            }
            var written = InetAddress.getByAddress(bytes).getHostAddress();
            assertThat(IpAddress.parse(written))
                    .as(written)
                    .map(IpNetworkTest::number)
                    .contains(new BigInteger(1, bytes));
        }
    }

    private static BigInteger number(IpAddress address) {
        return new BigInteger(Long.toUnsignedString(address.high()))
                .shiftLeft(64)
                .or(new BigInteger(Long.toUnsignedString(address.low())));
    }

    private static boolean fits(String network, String address) {
        var value = Operand.of(new FieldValue.Text(address)).findFirst().orElseThrow();
        return IpNetwork.parse(network).orElseThrow().fits(value);
    }
}
