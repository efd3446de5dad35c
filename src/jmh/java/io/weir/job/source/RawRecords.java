package io.weir.job.source;

import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of topics as {@link InputTopics} reads them, and nothing done with their bytes: what reading alone costs. */
public final class RawRecords implements KafkaRecordDeserializationSchema<byte[]> {

    private static final long serialVersionUID = 1L;

    /** The values of those topics' records. */
    public static KafkaSource<byte[]> of(InputTopics topics) {
        return topics.source(new RawRecords());
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<byte[]> out) {
        out.collect(record.value());
    }

    @Override
    public TypeInformation<byte[]> getProducedType() {
        return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
    }
}
