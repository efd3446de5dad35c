package io.weir.event;

class SplunkEventTest extends EventContract {

    SplunkEventTest() {
        super(Records.SPLUNK);
    }

    @Override
    Stamp expectedTime() {
        return new Stamp(1772600767_123000L, 1_000);
    }

    @Override
    Stamp expectedArrival(Stamp transport) {
        return transport;
    }
}
