package io.weir.job;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.weir.job.codec.Wire;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records that no build has written. */
class SheetsTest {

    private static final byte SMALL = 1;
    private static final String STATE = "numbers";

    @Test
    void aValueThatEndsBeforeItBeginsIsDamage() throws IOException {
        var out = new DataOutputSerializer(64);
        out.writeByte(SMALL);
        out.writeUTF(STATE);
        out.writeInt(1);
        Wire.writeText("key", out);
        out.writeInt(Byte.BYTES - out.length() - Integer.BYTES); // Back to the name, for ever.

        refuses(out.getCopyOfBuffer(), "damaged");
    }

    @Test
    void aKindOfRecordThatIsNotKnownIsOfANewerBuild() {
        refuses(new byte[] {7}, "a newer build of Weir wrote");
    }

    @Test
    void aStateThatIsNotKnownIsOfANewerBuild() throws IOException {
        var out = new DataOutputSerializer(64);
        out.writeByte(SMALL);
        out.writeUTF("of tomorrow");

        refuses(out.getCopyOfBuffer(), "a newer build of Weir wrote");
    }

    private static void refuses(byte[] record, String why) {
        var atHand = new AtHand(context(record));
        atHand.map(STATE, Types.LONG, value -> Long.BYTES);
        atHand.lend(key(), new AtHand.Bounds(1 << 20, 1 << 10, 1), true);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(atHand::begin)
                        .isInstanceOf(FlinkRuntimeException.class)
                        .hasRootCauseInstanceOf(IOException.class)
                        .rootCause()
                        .hasMessageContaining(why));
    }

    /** Of an operator whose current key has that record. */
    private static RuntimeContext context(byte[] record) {
        return proxy(RuntimeContext.class, name -> switch (name) {
            case "getState" -> proxy(ValueState.class, asked -> record);
            case "createSerializer" -> LongSerializer.INSTANCE;
            default -> null;
        });
    }

    private static KeyContext key() {
        return proxy(KeyContext.class, name -> "host");
    }

    /** What a method of that name returns. */
    private interface Answers {
        @Nullable
        Object to(String name);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                SheetsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.to(method.getName())));
    }
}
