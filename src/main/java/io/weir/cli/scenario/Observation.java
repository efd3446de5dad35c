package io.weir.cli.scenario;

import java.util.List;

/**
 * An event that a machine will write to one of its logs.
 *
 * @param machine whose log
 * @param kind what happened
 * @param time when, in microseconds since the epoch
 * @param data what the event says, in Windows' order
 * @param delivery how it gets to its collector
 */
record Observation(Machine machine, Kind kind, long time, List<Field> data, Delivery delivery) {

    /** How an event gets to its collector. */
    enum Delivery {
        /** As chance has it. */
        ORDINARY,
        /** Held up as long as real channels ever are. */
        LATE,
        /** The sender did not hear that it had arrived, and sends it again. */
        TWICE
    }

    Observation {
        data = List.copyOf(data);
    }

    static Observation of(Machine machine, Kind kind, long time, Field... data) {
        return new Observation(machine, kind, time, List.of(data), Delivery.ORDINARY);
    }

    Observation delivered(Delivery way) {
        return new Observation(machine, kind, time, data, way);
    }
}
