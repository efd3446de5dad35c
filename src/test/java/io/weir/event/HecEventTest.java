package io.weir.event;

class HecEventTest extends EventContract {

    HecEventTest() {
        super(Records.HEC);
    }

    @Override
    Stamp expectedTime() {
        return new Stamp(1772600767_123456L, 1);
    }

    @Override
    Stamp expectedArrival(Stamp transport) {
        return transport;
    }
}
