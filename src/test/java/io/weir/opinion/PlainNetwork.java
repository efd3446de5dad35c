package io.weir.opinion;

import io.weir.opinion.SeenEvent.Value;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A network of IPv4 or IPv6 addresses, as rows of bits.
 *
 * @param bits how many bits an address of the family has
 * @param prefix the bits that all addresses begin with
 */
record PlainNetwork(int bits, String prefix) implements Predicate<Value> {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern V4 = Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);
    private static final Pattern V4_TAIL = Pattern.compile("(.*:)" + V4.pattern());
    private static final Pattern V6 = Pattern.compile("([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}");

    static PlainNetwork of(String cidr) {
        var parts = cidr.split("/", -1);
        var bits = bits(parts[0]).orElseThrow();
        int length = parts.length == 1 ? bits.length() : Integer.parseInt(parts[1]);
        return new PlainNetwork(bits.length(), bits.substring(0, length));
    }

    @Override
    public boolean test(Value value) {
        return value.node().isTextual()
                && bits(value.text())
                        .filter(address -> address.length() == bits && address.startsWith(prefix))
                        .isPresent();
    }

    /** The bits of an address, or none where the text is none. */
    private static Optional<String> bits(String text) {
        var v4 = V4.matcher(text);
        if (v4.matches()) {
            return Optional.of(binary(v4.group(1), 10, 8)
                    + binary(v4.group(2), 10, 8)
                    + binary(v4.group(3), 10, 8)
                    + binary(v4.group(4), 10, 8));
        }
        var full = written(text.replaceFirst("(?<=.)%.+$", ""));
        if (!V6.matcher(full).matches()) {
            return Optional.empty();
        }
        var bits = new StringBuilder();
        for (var group : full.split(":", -1)) {
            bits.append(binary(group, 16, 16));
        }
        return Optional.of(bits.toString());
    }

    /** An IPv6 address with all its groups; what is none stays none. */
    private static String written(String text) {
        var hex = V4_TAIL.matcher(text)
                .replaceFirst(found -> found.group(1)
                        + Integer.toHexString(number(found.group(2)) << 8 | number(found.group(3))) + ":"
                        + Integer.toHexString(number(found.group(4)) << 8 | number(found.group(5))));
        int gap = hex.indexOf("::");
        if (gap < 0 || hex.indexOf("::", gap + 1) >= 0) {
            return hex;
        }
        var before = hex.substring(0, gap);
        var after = hex.substring(gap + 2);
        int zeros = 8 - groups(before) - groups(after);
        var middle = "0:".repeat(Math.max(zeros, 0));
        var joined = (before.isEmpty() ? "" : before + ":") + middle + after;
        return after.isEmpty() && zeros > 0 ? joined.substring(0, joined.length() - 1) : joined;
    }

    private static int groups(String part) {
        return part.isEmpty() ? 0 : part.split(":", -1).length;
    }

    private static int number(String decimal) {
        return Integer.parseInt(decimal);
    }

    private static String binary(String number, int radix, int bits) {
        var written = Integer.toBinaryString(Integer.parseInt(number, radix));
        return "0".repeat(bits - written.length()) + written;
    }
}
