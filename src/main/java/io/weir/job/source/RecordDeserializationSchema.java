package io.weir.job.source;

import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import java.time.Instant;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes records of a topic. A record without a value is one that cannot be read. */
final class RecordDeserializationSchema implements KafkaRecordDeserializationSchema<Telemetry> {

    private static final byte[] NO_VALUE = {};
    private static final long END_OF_CALENDAR =
            Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    private transient @Nullable TelemetryDecoder decoder;

    @Override
    public void open(InitializationContext context) {
        decoder = new TelemetryDecoder(EventDecoder.standard());
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Telemetry> out) {
        if (decoder == null) {
            throw new IllegalStateException("open comes first");
        }
        byte[] value = record.value();
        var from = Coordinates.ofRecord(record.topic(), record.partition(), record.offset());
        decoder.decode(value == null ? NO_VALUE : value, transport(record), from, out::collect);
    }

    // Kafka has -1 for none, careless producers send zero, and hostile ones what no calendar has.
    private static Stamp transport(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() > 0 && record.timestamp() < END_OF_CALENDAR
                ? Stamp.ofMillis(record.timestamp())
                : Stamp.NONE;
    }

    @Override
    public TypeInformation<Telemetry> getProducedType() {
        return TelemetryCodec.TYPE;
    }
}
