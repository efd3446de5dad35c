package io.weir.match.value;

import java.util.Optional;

/**
 * An address of IPv4 or IPv6, read from text without any look-up.
 *
 * @param bits 32 or 128
 * @param high the upper 64 bits; 0 of an IPv4 address
 * @param low the lower 64 bits
 */
public record IpAddress(int bits, long high, long low) {

    /** The bits of an IPv4 address. */
    public static final int V4 = 32;

    static final int V6 = 128;

    private static final int GROUPS = 8;
    private static final int LONGEST = 64;

    /** The address that a text is in full, or none. A zone ({@code %12}) of an IPv6 address is passed over. */
    public static Optional<IpAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return text.indexOf(':') < 0 ? parseV4(text) : parseV6(withHexTail(withoutZone(text)));
    }

    private static String withoutZone(String text) {
        int zone = text.indexOf('%');
        return zone > 0 && zone < text.length() - 1 ? text.substring(0, zone) : text;
    }

    private static Optional<IpAddress> parseV4(String text) {
        long address = v4(text);
        return address < 0 ? Optional.empty() : Optional.of(new IpAddress(V4, 0, address));
    }

    /** Four decimal numbers without leading zeros, or -1. */
    private static long v4(String text) {
        long address = 0;
        int parts = 0;
        for (int at = 0; at <= text.length(); parts++) {
            int dot = text.indexOf('.', at);
            int end = dot < 0 ? text.length() : dot;
            int part = octet(text, at, end);
            if (part < 0 || parts == 4) {
                return -1;
            }
            address = address << 8 | part;
            at = end + 1;
        }
        return parts == 4 ? address : -1;
    }

    private static int octet(String text, int from, int to) {
        int digits = to - from;
        if (digits < 1 || digits > 3 || (digits > 1 && text.charAt(from) == '0')) {
            return -1;
        }
        int number = number(text, from, to, 10);
        return number > 255 ? -1 : number;
    }

    /** The number that those ASCII digits are, or -1. */
    private static int number(String text, int from, int to, int radix) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }

    private static Optional<IpAddress> parseV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(groups -> groups.length == GROUPS).map(IpAddress::of);
        }
        var head = groups(text.substring(0, gap));
        var tail = groups(text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length >= GROUPS) {
            return Optional.empty();
        }
        int[] all = new int[GROUPS];
        System.arraycopy(head.get(), 0, all, 0, head.get().length);
        System.arraycopy(tail.get(), 0, all, GROUPS - tail.get().length, tail.get().length);
        return Optional.of(of(all));
    }

    /** The groups between colons, none of them empty, or none where the text is something else. */
    private static Optional<int[]> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(new int[0]);
        }
        String[] parts = text.split(":", -1);
        int[] groups = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            groups[i] = group(parts[i]);
            if (groups[i] < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    private static int group(String hex) {
        return hex.isEmpty() || hex.length() > 4 ? -1 : number(hex, 0, hex.length(), 16);
    }

    /** The text with dotted decimals at its end written as two groups of hexadecimal digits. */
    private static String withHexTail(String text) {
        int last = text.lastIndexOf(':') + 1;
        long v4 = v4(text.substring(last));
        return v4 < 0
                ? text
                : text.substring(0, last) + Long.toHexString(v4 >>> 16) + ":" + Long.toHexString(v4 & 0xffff);
    }

    private static IpAddress of(int[] groups) {
        return new IpAddress(V6, half(groups, 0), half(groups, GROUPS / 2));
    }

    private static long half(int[] groups, int from) {
        long half = 0;
        for (int i = from; i < from + GROUPS / 2; i++) {
            half = half << 16 | groups[i];
        }
        return half;
    }
}
