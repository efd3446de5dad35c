package io.weir.parse;

import java.util.Arrays;
import java.util.Optional;

/** Reads IPv4 and IPv6 addresses written in digits, by the JDK's number parsing alone: a name is never looked up. */
final class IpLiteral {

    private static final int GROUPS = 8;

    /** The longest form: eight groups of four, the last two of them as IPv4. */
    private static final int LONGEST = 45;

    private IpLiteral() {}

    /** The 4 or 16 bytes of the address, or none if the text is not one. */
    static Optional<byte[]> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return text.indexOf(':') < 0 ? v4(text) : v6(text);
    }

    private static Optional<byte[]> v4(String text) {
        var octets = text.split("\\.", -1);
        if (octets.length != 4) {
            return Optional.empty();
        }
        var bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int octet = octet(octets[i]);
            if (octet < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) octet;
        }
        return Optional.of(bytes);
    }

    /** An octet, or -1. A leading zero is refused: some would read it as octal. */
    private static int octet(String digits) {
        boolean valid = isWithin(digits, 3, "0123456789") && !(digits.length() > 1 && digits.startsWith("0"));
        int octet = valid ? Integer.parseInt(digits) : -1;
        return octet > 255 ? -1 : octet;
    }

    private static Optional<byte[]> v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(bytes -> bytes.length == 2 * GROUPS);
        }
        var head = groups(text.substring(0, gap)).filter(bytes -> text.lastIndexOf('.', gap) < 0);
        var tail = groups(text.substring(gap + 2));
        return head.flatMap(before -> tail.flatMap(after -> joined(before, after)));
    }

    private static Optional<byte[]> joined(byte[] head, byte[] tail) {
        if (head.length + tail.length > 2 * (GROUPS - 1)) {
            return Optional.empty();
        }
        var bytes = Arrays.copyOf(head, 2 * GROUPS);
        System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);
        return Optional.of(bytes);
    }

    /** The bytes of groups joined by single colons; the last one may be IPv4. */
    private static Optional<byte[]> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        var groups = text.split(":", -1);
        var bytes = new byte[2 * (groups.length + 1)];
        int length = 0;
        for (int i = 0; i < groups.length; i++) {
            var group = group(groups[i], i == groups.length - 1);
            if (group.isEmpty()) {
                return Optional.empty();
            }
            System.arraycopy(group.get(), 0, bytes, length, group.get().length);
            length += group.get().length;
        }
        return Optional.of(Arrays.copyOf(bytes, length));
    }

    private static Optional<byte[]> group(String text, boolean last) {
        if (last && text.indexOf('.') >= 0) {
            return v4(text);
        }
        if (!isWithin(text, 4, "0123456789abcdefABCDEF")) {
            return Optional.empty();
        }
        int group = Integer.parseInt(text, 16);
        return Optional.of(new byte[] {(byte) (group >> Byte.SIZE), (byte) group});
    }

    private static boolean isWithin(String text, int longest, String alphabet) {
        return !text.isEmpty() && text.length() <= longest && text.chars().allMatch(c -> alphabet.indexOf(c) >= 0);
    }
}
