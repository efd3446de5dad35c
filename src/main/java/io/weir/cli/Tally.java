package io.weir.cli;

/** Counts of a run over files, and the first records that can't be read. */
final class Tally {

    private static final int SHOWN = 5;

    private final Streams streams;
    private long events;
    private long matched;
    private long unreadable;

    Tally(Streams streams) {
        this.streams = streams;
    }

    void event() {
        events++;
    }

    void match() {
        matched++;
    }

    /** Counts a record that can't be read, and says why if it is one of the first. */
    void unreadable(MatchPrinter.Place place, String reason) {
        if (unreadable++ < SHOWN) {
            streams.say(place + ": " + reason);
        }
    }

    /** Says how many events were read. */
    void read() {
        sayUnreadable();
        streams.say("events: " + events);
    }

    /** Says what came of it all. */
    void sum() {
        sayUnreadable();
        streams.say("events: " + events + ", matched: " + matched);
    }

    private void sayUnreadable() {
        if (unreadable > 0) {
            streams.say("records that can't be read: " + unreadable
                    + (unreadable > SHOWN ? ", the first " + SHOWN + " are above" : ""));
        }
    }
}
