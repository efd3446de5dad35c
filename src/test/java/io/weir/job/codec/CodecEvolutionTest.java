package io.weir.job.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.junit.jupiter.api.Test;

/** What a build does with what another build wrote. */
class CodecEvolutionTest {

    /** A codec whose second version adds a suffix; which build it is, the test says. */
    public static final class Grown implements Codec<String> {

        private final byte version;

        public Grown() {
            this((byte) 2);
        }

        Grown(int version) {
            this.version = (byte) version;
        }

        @Override
        public byte version() {
            return version;
        }

        @Override
        public void write(String value, DataOutputView out) throws IOException {
            out.writeUTF(version == 1 ? value.substring(0, 1) : value);
        }

        @Override
        public String read(int version, DataInputView in) throws IOException {
            return version == 1 ? in.readUTF() + "+" : in.readUTF();
        }
    }

    private static final VersionedSerializer<String> OLD = new VersionedSerializer<>(new Grown(1));
    private static final VersionedSerializer<String> NEW = new VersionedSerializer<>(new Grown());

    @Test
    void aNewerBuildReadsValuesOfBothVersionsFromOneSavepoint() throws IOException {
        var out = new DataOutputSerializer(64);
        OLD.serialize("a+", out);
        NEW.serialize("bb", out);
        var in = new DataInputDeserializer(out.getCopyOfBuffer());
        assertThat(NEW.deserialize(in)).isEqualTo("a+");
        assertThat(NEW.deserialize(in)).isEqualTo("bb");
    }

    @Test
    void aNewerBuildIsCompatibleAsIs() throws IOException {
        assertThat(NEW.snapshotConfiguration()
                        .resolveSchemaCompatibility(restored(OLD))
                        .isCompatibleAsIs())
                .isTrue();
    }

    @Test
    void anOlderBuildRefusesTheSavepoint() throws IOException {
        assertThat(OLD.snapshotConfiguration()
                        .resolveSchemaCompatibility(restored(NEW))
                        .isIncompatible())
                .isTrue();
    }

    @Test
    void aVersionThatThisBuildDoesNotHaveIsNamed() throws IOException {
        var out = new DataOutputSerializer(64);
        out.writeUTF(Grown.class.getName());
        out.writeInt(3);
        var in = new DataInputDeserializer(out.getCopyOfBuffer());
        assertThatThrownBy(() -> new CodecSnapshot<String>()
                        .readSnapshot(1, in, getClass().getClassLoader()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reads up to version 2, the savepoint has version 3")
                .hasMessageContaining("a newer build of Weir wrote this");
    }

    @Test
    void anotherCodecIsIncompatible() throws IOException {
        TypeSerializerSnapshot<?> other = new VersionedSerializer<>(new HostIdCodec()).snapshotConfiguration();
        @SuppressWarnings("unchecked") // As Flink does when a state's type has changed.
        var confused = (TypeSerializerSnapshot<String>) other;
        assertThat(confused.resolveSchemaCompatibility(restored(NEW)).isIncompatible())
                .isTrue();
    }

    @Test
    void aCodecThatThisBuildDoesNotHaveIsNamed() throws IOException {
        var out = new DataOutputSerializer(64);
        out.writeUTF("io.weir.job.codec.GoneCodec");
        out.writeInt(1);
        var in = new DataInputDeserializer(out.getCopyOfBuffer());
        assertThatThrownBy(() -> new CodecSnapshot<String>()
                        .readSnapshot(1, in, getClass().getClassLoader()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no codec io.weir.job.codec.GoneCodec");
    }

    private static TypeSerializerSnapshot<String> restored(VersionedSerializer<String> writer) throws IOException {
        var out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, writer.snapshotConfiguration());
        return TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), CodecEvolutionTest.class.getClassLoader());
    }
}
