package io.weir.job.source;

import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.event.Undecodable;
import io.weir.job.codec.Codec;
import io.weir.job.codec.CodecType;
import io.weir.job.codec.StampCodec;
import io.weir.job.codec.Wire;
import java.io.IOException;
import java.io.ObjectInputStream;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The bytes of {@link Telemetry}: an event travels as the bytes that it was decoded from and is decoded again when read. The edge from the source to
 * the matching is chained, so this is rare.
 */
public final class TelemetryCodec implements Codec<Telemetry> {

    /** What streams of telemetry are typed by. */
    public static final CodecType<Telemetry> TYPE = new CodecType<>(Telemetry.class, new TelemetryCodec());

    private static final int DECODED = 1;
    private static final int UNREAD = 2;
    private static final Codec<Coordinates> COORDINATES = new CoordinatesCodec();
    private static final Codec<Stamp> STAMP = new StampCodec();

    private transient EventDecoder decoder = EventDecoder.standard();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Telemetry telemetry, DataOutputView out) throws IOException {
        COORDINATES.writeVersioned(telemetry.from(), out);
        if (telemetry instanceof Telemetry.Decoded decoded) {
            writeEvent(decoded.event(), out);
        } else if (telemetry instanceof Telemetry.Unread unread) {
            writeUndecodable(unread.undecodable(), out);
        }
    }

    // The arrival stamp stands in for the transport's: where the record states its own, the transport's is not asked.
    private static void writeEvent(Event event, DataOutputView out) throws IOException {
        out.writeByte(DECODED);
        STAMP.writeVersioned(event.arrival(), out);
        Wire.writeBytes(event.bytes(), out);
    }

    private static void writeUndecodable(Undecodable undecodable, DataOutputView out) throws IOException {
        out.writeByte(UNREAD);
        Wire.writeText(undecodable.reason(), out);
        Wire.writeBytes(undecodable.bytes(), out);
    }

    @Override
    public Telemetry read(int version, DataInputView in) throws IOException {
        var from = COORDINATES.readVersioned(in);
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case DECODED -> new Telemetry.Decoded(event(STAMP.readVersioned(in), Wire.readBytes(in)), from);
            case UNREAD -> new Telemetry.Unread(new Undecodable(Wire.readText(in), Wire.readBytes(in)), from);
            default -> throw new IOException("no telemetry is of kind " + kind + ": the bytes are damaged");
        };
    }

    private Event event(Stamp transport, byte[] bytes) throws IOException {
        var decoded = decoder.decode(bytes, transport);
        if (decoded.events().size() != 1 || !decoded.undecodable().isEmpty()) {
            throw new IOException("one event expected, found " + decoded + ": the bytes are damaged");
        }
        return decoded.events().get(0);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        decoder = EventDecoder.standard();
    }
}
