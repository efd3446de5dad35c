package io.weir.job.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every codec; a subclass each.
 *
 * @param <T> what the codec writes
 */
public abstract class CodecLaws<T> {

    private static final int SEEDS = 100;

    /** The codec under test. */
    protected abstract Codec<T> codec();

    /** The class of what it writes. */
    protected abstract Class<T> type();

    /** Some value. */
    protected abstract T random(RandomValues random);

    /** The value that the golden bytes are of; it never changes. */
    protected abstract T golden();

    /** {@link #goldenOfVersion1()} as version 1 wrote it, in base64. */
    protected abstract String goldenBytesOfVersion1();

    /** What version 1 could say of the value that the golden bytes are of. */
    protected T goldenOfVersion1() {
        return golden();
    }

    /** The codec's version: a codec of a later version than the first says so here, and has golden bytes of that version, too. */
    protected int version() {
        return 1;
    }

    /** {@link #golden()} as {@link #version()} writes it, in base64. */
    protected String goldenBytes() {
        return goldenBytesOfVersion1();
    }

    /** What makes two values the same; a type that holds arrays says more than {@code equals}. */
    protected Object comparable(T value) {
        return value;
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsExactlyWhatItWrote(long seed) throws IOException {
        var value = random(new RandomValues(new Random(seed)));
        var in = new DataInputDeserializer(written(value));
        assertThat(comparable(serializer().deserialize(in))).isEqualTo(comparable(value));
        assertThat(in.available()).isZero();
    }

    @Test
    void copiesBytesAsTheyAre() throws IOException {
        var bytes = written(golden());
        var copy = new DataOutputSerializer(64);
        serializer().copy(new DataInputDeserializer(bytes), copy);
        assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void refusesBytesThatEndEarly(long seed) throws IOException {
        var random = new Random(seed);
        var bytes = written(random(new RandomValues(random)));
        var cut = new DataInputDeserializer(bytes, 0, random.nextInt(bytes.length));
        assertThatThrownBy(() -> serializer().deserialize(cut)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damagedBytesAreAValueOrAnIOException(long seed) throws IOException {
        var random = new Random(seed);
        var bytes = written(random(new RandomValues(random)));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        var thrown = catchThrowable(() -> serializer().deserialize(new DataInputDeserializer(bytes)));
        assertThat(thrown == null || thrown instanceof IOException)
                .as("%s", thrown)
                .isTrue();
    }

    @Test
    void readsTheBytesOfVersion1() throws IOException {
        var bytes = Base64.getDecoder().decode(goldenBytesOfVersion1());
        var read = serializer().deserialize(new DataInputDeserializer(bytes));
        assertThat(comparable(read)).isEqualTo(comparable(goldenOfVersion1()));
    }

    @Test
    void readsTheBytesOfItsVersion() throws IOException {
        var bytes = Base64.getDecoder().decode(goldenBytes());
        var read = serializer().deserialize(new DataInputDeserializer(bytes));
        assertThat(comparable(read)).isEqualTo(comparable(golden()));
    }

    @Test
    void writesTheBytesOfItsVersion() throws IOException {
        assertThat(codec().version())
                .as("a new version gets golden bytes of its own")
                .isEqualTo((byte) version());
        assertThat(Base64.getEncoder().encodeToString(written(golden()))).isEqualTo(goldenBytes());
    }

    @Test
    void refusesANewerVersionAndSaysWhatToDo() throws IOException {
        var bytes = written(golden());
        bytes[0] = (byte) (codec().version() + 1);
        assertThatThrownBy(() -> serializer().deserialize(new DataInputDeserializer(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("found version " + (version() + 1))
                .hasMessageContaining("a newer build of Weir wrote this");
    }

    @Test
    void aSnapshotReadBackIsCompatibleAndRestoresTheSerializer() throws IOException {
        var out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer().snapshotConfiguration());
        TypeSerializerSnapshot<T> read = TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
        assertThat(serializer()
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(read)
                        .isCompatibleAsIs())
                .isTrue();
        assertThat(read.restoreSerializer()).isEqualTo(serializer());
    }

    @Test
    void travelsWithTheJobGraphWithoutKryo() throws Exception {
        var type = InstantiationUtil.clone(new CodecType<>(type(), codec()));
        assertThat(type).isEqualTo(new CodecType<>(type(), codec()));
        assertThat(type.createSerializer(new SerializerConfigImpl())).isInstanceOf(VersionedSerializer.class);
        assertThat(type.getTypeClass()).isEqualTo(type());
    }

    private VersionedSerializer<T> serializer() {
        return new VersionedSerializer<>(codec());
    }

    private byte[] written(T value) throws IOException {
        var out = new DataOutputSerializer(64);
        serializer().serialize(value, out);
        return out.getCopyOfBuffer();
    }
}
