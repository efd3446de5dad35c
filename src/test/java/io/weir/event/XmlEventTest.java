package io.weir.event;

class XmlEventTest extends EventContract {

    XmlEventTest() {
        super(Records.XML);
    }

    @Override
    Stamp expectedTime() {
        return new Stamp(1772600767_123456L, 1);
    }

    @Override
    Stamp expectedArrival(Stamp transport) {
        return transport;
    }

    @Override
    String twice(String event) {
        return "<?xml version='1.0'?>\n<Events>" + event + "\n" + event + "</Events>\n";
    }

    @Override
    String respaced(String event) {
        return event.replace("<Data ", "<Data  ");
    }
}
