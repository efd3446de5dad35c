package io.weir.event;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** Both ends of a connection as one text, whichever of them a log calls the source, and however it writes their addresses. */
final class ConnectionEnds {

    /** No longer text is an address, with a zone behind it. */
    private static final int LONGEST = 64;

    private ConnectionEnds() {}

    /** The text; empty where an end has no address. */
    static String of(String address, String port, String otherAddress, String otherPort) {
        if (!isAddress(address) || !isAddress(otherAddress)) {
            return "";
        }
        var one = end(address, port);
        var other = end(otherAddress, otherPort);
        return one.compareTo(other) <= 0 ? one + ' ' + other : other + ' ' + one;
    }

    private static boolean isAddress(String address) {
        return !address.isEmpty() && address.length() <= LONGEST;
    }

    private static String end(String address, String port) {
        return written(address) + '|' + Math.max(0, WholeNumber.of(port));
    }

    /** Sysmon writes IPv6 addresses out, the Security audit shortens them. Only what has a colon is read: other texts might be looked up as a name. */
    private static String written(String address) {
        int zone = address.indexOf('%');
        var bare = (zone < 0 ? address : address.substring(0, zone)).toLowerCase(Locale.ROOT);
        if (bare.indexOf(':') < 0) {
            return bare;
        }
        try {
            return InetAddress.getByName(bare).getHostAddress();
        } catch (UnknownHostException e) {
            return bare;
        }
    }
}
