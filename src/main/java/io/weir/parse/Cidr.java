package io.weir.parse;

import java.util.Arrays;
import java.util.Optional;

/**
 * A range of addresses as {@code cidr} has it, such as {@code 10.0.0.0/8} or {@code fe80::/10}; an address without a length is a range
 * of one, as in pySigma. Nothing is looked up.
 *
 * @param address 4 or 16 bytes
 * @param prefix how many leading bits are given
 */
record Cidr(byte[] address, int prefix) {

    /** The range that a text writes, or none if it is no range. */
    static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        var address = IpLiteral.parse(slash < 0 ? text : text.substring(0, slash));
        return address.flatMap(bytes -> {
            int bits = bytes.length * Byte.SIZE;
            int prefix = slash < 0 ? bits : number(text.substring(slash + 1));
            return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new Cidr(bytes, prefix));
        });
    }

    /** Whether all bits behind the prefix are zero, as they must be. */
    boolean isAligned() {
        return Arrays.equals(address, masked());
    }

    /** The IPv4 range that holds the address, as text; none for IPv6. */
    Optional<String> aligned() {
        if (address.length != 4) {
            return Optional.empty();
        }
        var bytes = masked();
        return Optional.of(String.format(
                "%d.%d.%d.%d/%d", bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF, bytes[3] & 0xFF, prefix));
    }

    private byte[] masked() {
        var masked = address.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, prefix - i * Byte.SIZE));
            masked[i] = (byte) (masked[i] & (0xFF << (Byte.SIZE - kept)));
        }
        return masked;
    }

    private static int number(String digits) {
        boolean valid =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return valid ? Integer.parseInt(digits) : -1;
    }
}
