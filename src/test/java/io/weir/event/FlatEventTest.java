package io.weir.event;

class FlatEventTest extends EventContract {

    FlatEventTest() {
        super(Records.FLAT);
    }

    @Override
    Stamp expectedTime() {
        return new Stamp(1772600767_000000L, 1_000_000);
    }

    @Override
    Stamp expectedArrival(Stamp transport) {
        return new Stamp(1772600770_250000L, 1_000);
    }
}
