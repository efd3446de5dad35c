package io.weir.match;

import io.weir.match.value.IpAddress;
import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import java.util.Optional;

/**
 * {@code cidr}: the value is an address of a network. The families never mix: no IPv6 address is in a network of IPv4, even one
 * that has an IPv4 address inside.
 *
 * @param address an address of the network; what stands behind the prefix is passed over
 * @param prefix how many leading bits the addresses share
 */
record IpNetwork(IpAddress address, int prefix) implements OperandTest {

    /** The network of that notation ({@code 10.0.0.0/8}, {@code fe80::/10}, or one address), or none. */
    static Optional<IpNetwork> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return IpAddress.parse(text).map(address -> new IpNetwork(address, address.bits()));
        }
        return IpAddress.parse(text.substring(0, slash)).flatMap(address -> of(address, text.substring(slash + 1)));
    }

    private static Optional<IpNetwork> of(IpAddress address, String prefix) {
        if (!prefix.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(prefix);
        return bits > address.bits() ? Optional.empty() : Optional.of(new IpNetwork(address, bits));
    }

    @Override
    public boolean fits(Operand value) {
        return value.address().filter(this::holds).isPresent();
    }

    /** Whether the address is one of the network's. */
    boolean holds(IpAddress other) {
        if (other.bits() != address.bits()) {
            return false;
        }
        int inLow = address.bits() == IpAddress.V4 ? 32 + prefix : prefix - 64;
        return same(address.high(), other.high(), Math.min(prefix, 64)) && same(address.low(), other.low(), inLow);
    }

    private static boolean same(long one, long other, int leading) {
        return leading <= 0 || (one ^ other) >>> (64 - leading) == 0;
    }
}
