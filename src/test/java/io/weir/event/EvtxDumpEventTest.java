package io.weir.event;

class EvtxDumpEventTest extends EventContract {

    EvtxDumpEventTest() {
        super(Records.EVTX);
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
