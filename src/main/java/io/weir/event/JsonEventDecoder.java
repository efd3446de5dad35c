package io.weir.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.util.List;

/** Reads JSON in one pass and asks each shape whether the event is its own. */
final class JsonEventDecoder implements EventDecoder {

    /** Every shape that Weir can read. No event is of two of them but by malice; then the first reads it. */
    private static final List<EventShape> SHAPES = List.of(new EvtxDumpShape(), new WinlogbeatShape(), new FlatShape());

    /** Deeper than any limit of ours, so that what is too deep for us can be skipped and what comes after it read. */
    private static final int DEEPEST_SKIPPED = 1_000;

    /** The parser remembers names between records; this bounds what hostile ones can take of its memory. */
    private static final int LONGEST_NAME = 4_096;

    private final DecodeLimits limits;
    private final int longestScanned;
    private final JsonFactory factory;
    private final Layouts layouts = new Layouts(SHAPES);
    private final RecordScanner scanner = new RecordScanner(layouts, this::whole);

    JsonEventDecoder(DecodeLimits limits) {
        this.limits = limits;
        this.longestScanned = Math.min(limits.bytes(), ScannedEvent.LONGEST);
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(Math.max(DEEPEST_SKIPPED, limits.depth() + 1))
                .maxNameLength(LONGEST_NAME)
                .maxStringLength(limits.bytes())
                .maxNumberLength(limits.bytes());
        this.factory = JsonFactory.builder()
                .streamReadConstraints(constraints.build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    @Override
    public Decoded decode(byte[] record, Stamp transport) {
        var scanned = record.length > longestScanned ? null : scanner.scan(record, transport);
        return scanned == null ? parse(record, transport) : new Decoded(List.of(scanned), List.of());
    }

    private Decoded parse(byte[] record, Stamp transport) {
        var decoded = read(record, transport);
        if (decoded.events().size() == 1 && decoded.events().get(0).bytes() == record) {
            layouts.learn(record);
        }
        return decoded;
    }

    private Decoded read(byte[] record, Stamp transport) {
        return new RecordReader(factory, limits, SHAPES, record, transport).read();
    }

    private Event whole(byte[] record, Stamp transport) {
        return read(record, transport).events().get(0);
    }
}
