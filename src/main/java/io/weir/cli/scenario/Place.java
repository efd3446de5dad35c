package io.weir.cli.scenario;

/** One end of a connection. */
record Place(String address, int port) {

    boolean isIpv6() {
        return address.indexOf(':') >= 0;
    }
}
