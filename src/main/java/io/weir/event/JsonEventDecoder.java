package io.weir.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.util.List;
import java.util.stream.Stream;

/** Reads JSON in one pass and asks each shape whether the event is its own. */
final class JsonEventDecoder implements EventDecoder {

    /** Deeper than any limit of ours, so that what is too deep for us can be skipped and what comes after it read. */
    private static final int DEEPEST_SKIPPED = 1_000;

    /** The parser remembers names between records; this bounds what hostile ones can take of its memory. */
    private static final int LONGEST_NAME = 4_096;

    private final DecodeLimits limits;
    private final int longestScanned;
    private final JsonFactory factory;
    private final List<EventShape> shapes;
    private final Layouts layouts;
    private final RecordScanner scanner;

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
        this.shapes = shapes(new EmbeddedText(factory, limits));
        this.layouts = new Layouts(shapes);
        this.scanner = new RecordScanner(layouts, this::whole);
    }

    /** Every shape that Weir can read. The first that fits reads the event; the broadest comes last. */
    private static List<EventShape> shapes(EmbeddedText embedded) {
        var bare = List.of(
                new EvtxDumpShape(),
                new EcsShape(),
                new WinlogbeatShape(),
                new AzureShape(embedded),
                new SplunkShape(embedded),
                new FlatShape());
        return Stream.concat(bare.stream(), Stream.of(new HecShape(embedded, bare)))
                .toList();
    }

    @Override
    public Decoded decode(byte[] record, Stamp transport) {
        var scanned = record.length > longestScanned ? null : scanner.scan(record, transport);
        return scanned == null ? parse(record, transport) : new Decoded(List.of(scanned), List.of());
    }

    private Decoded parse(byte[] record, Stamp transport) {
        var decoded = read(record, transport);
        if (decoded.events().size() == 1 && decoded.undecodable().isEmpty()) {
            layouts.learn(decoded.events().get(0).bytes());
        }
        return decoded;
    }

    private Decoded read(byte[] record, Stamp transport) {
        return new RecordReader(factory, limits, shapes, record, transport).read();
    }

    private Event whole(byte[] record, Stamp transport) {
        return read(record, transport).events().get(0);
    }
}
