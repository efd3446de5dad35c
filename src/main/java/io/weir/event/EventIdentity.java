package io.weir.event;

import java.util.Locale;

/**
 * Which event this is (design, "Identity").
 *
 * @param id 32 hexadecimal digits: a hash of channel, provider, event id, computer, record number and raw system time where an event
 *     has all six, else of its bytes; the same for every copy of one event
 * @param contentHash 32 hexadecimal digits: a hash of its bytes; of two copies the one with the smaller hash counts
 */
public record EventIdentity(String id, String contentHash) {

    /** The identity of an event that its header may or may not tell from every other. */
    static EventIdentity of(EventHeader header, byte[] bytes) {
        var contentHash = new Digest().add(bytes).hex();
        return new EventIdentity(header.identifies() ? hash(header) : contentHash, contentHash);
    }

    private static String hash(EventHeader header) {
        return new Digest()
                .addText(folded(header.channel()))
                .addText(folded(header.provider()))
                .addText(Integer.toString(header.eventId()))
                .addText(folded(header.computer()))
                .addText(Long.toString(header.recordNumber()))
                .addText(header.time().raw())
                .hex();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
