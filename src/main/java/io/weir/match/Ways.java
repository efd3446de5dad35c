package io.weir.match;

import io.weir.event.Layout;
import io.weir.event.ScannedEvent;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where events of a layout, channel and id go, by the bytes of the two as they stand: to make texts of them and look those up took a
 * tenth of the time an event. For one thread.
 */
final class Ways {

    /** A layout whose number is that of another one, but for a multiple of this, takes its place. */
    private static final int MOST_LAYOUTS = 1 << 12;

    /** Of one layout; events of other ids in its shape take the long way. */
    private static final int MOST_OF_A_LAYOUT = 16;

    /** By the number of the layout: events of many layouts come in turns, and to look one up in a map took a tenth of the time an event. */
    private final @Nullable Known[] known = new Known[MOST_LAYOUTS];

    /** What is known of a layout: a few ways, the last one taken first. */
    private static final class Known {
        private final byte[][] channels = new byte[MOST_OF_A_LAYOUT][];
        private final byte[][] ids = new byte[MOST_OF_A_LAYOUT][];
        private final CandidateIndex.@Nullable ScannedWay[] ways = new CandidateIndex.ScannedWay[MOST_OF_A_LAYOUT];
        private final Layout layout;
        private final boolean decide;
        private int last;
        private int next;

        /** The origins of the channel and the id of the last event, and where it went: the next one most often has both of it, and no byte need be looked at. */
        private @Nullable Object channel;

        private @Nullable Object id;
        private CandidateIndex.@Nullable ScannedWay lastWay;

        Known(Layout layout) {
            this.layout = layout;
            this.decide = decide(layout);
        }

        CandidateIndex.@Nullable ScannedWay again(Object channel, Object id) {
            return channel == this.channel && id == this.id ? lastWay : null;
        }

        void went(Object channel, Object id, CandidateIndex.ScannedWay way) {
            this.channel = channel;
            this.id = id;
            this.lastWay = way;
        }
    }

    /** Where the event goes, which is worked out where it is not known. */
    CandidateIndex.ScannedWay of(ScannedEvent event, Function<ScannedEvent, CandidateIndex.ScannedWay> workOut) {
        var layout = event.layout();
        int place = layout.number() & (MOST_LAYOUTS - 1);
        var ofLayout = known[place];
        if (ofLayout == null || ofLayout.layout != layout) {
            ofLayout = new Known(layout);
            known[place] = ofLayout;
        }
        return ofLayout.decide && !event.isEmpty(layout.channelSlot())
                ? again(ofLayout, event, workOut)
                : workOut.apply(event);
    }

    private static CandidateIndex.ScannedWay again(
            Known ofLayout, ScannedEvent event, Function<ScannedEvent, CandidateIndex.ScannedWay> workOut) {
        var channel = event.origin(event.layout().channelSlot());
        var id = event.origin(event.layout().eventIdSlot());
        var way = ofLayout.again(channel, id);
        if (way == null) {
            way = find(ofLayout, event, workOut);
            ofLayout.went(channel, id, way);
        }
        return way;
    }

    /** Whether the bytes of channel and id say where an event goes: if the id is what rules see as such, too. */
    private static boolean decide(Layout layout) {
        int[] seen = layout.slots(KnownEventId.FIELD);
        return layout.channelSlot() >= 0
                && layout.eventIdSlot() >= 0
                && seen.length == 1
                && seen[0] == layout.eventIdSlot()
                && !layout.computes(KnownEventId.FIELD);
    }

    private static CandidateIndex.ScannedWay find(
            Known ofLayout, ScannedEvent event, Function<ScannedEvent, CandidateIndex.ScannedWay> workOut) {
        for (int i = 0; i < MOST_OF_A_LAYOUT; i++) {
            int place = (ofLayout.last + i) % MOST_OF_A_LAYOUT;
            var way = ofLayout.ways[place];
            if (way != null
                    && isSame(ofLayout.ids[place], event, event.layout().eventIdSlot())
                    && isSame(ofLayout.channels[place], event, event.layout().channelSlot())) {
                ofLayout.last = place;
                return way;
            }
        }
        return remember(ofLayout, event, workOut.apply(event));
    }

    private static CandidateIndex.ScannedWay remember(
            Known ofLayout, ScannedEvent event, CandidateIndex.ScannedWay way) {
        int place = ofLayout.next++ % MOST_OF_A_LAYOUT;
        ofLayout.channels[place] = bytes(event, event.layout().channelSlot());
        ofLayout.ids[place] = bytes(event, event.layout().eventIdSlot());
        ofLayout.ways[place] = way;
        return way;
    }

    private static byte[] bytes(ScannedEvent event, int slot) {
        return Arrays.copyOfRange(event.bytes(), event.from(slot), event.to(slot));
    }

    private static boolean isSame(byte[] known, ScannedEvent event, int slot) {
        return Arrays.equals(known, 0, known.length, event.bytes(), event.from(slot), event.to(slot));
    }
}
