package io.weir.event;

class AzureEventTest extends EventContract {

    AzureEventTest() {
        super(Records.AZURE);
    }

    @Override
    Stamp expectedTime() {
        return new Stamp(1772600767_123000L, 1_000);
    }

    @Override
    Stamp expectedArrival(Stamp transport) {
        return new Stamp(1772600770_250000L, 1_000);
    }
}
