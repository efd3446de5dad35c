package io.weir.job.codec;

import io.weir.alert.AlertRule;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of an {@link AlertRule}. */
public final class AlertRuleCodec implements Codec<AlertRule> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(AlertRule value, DataOutputView out) throws IOException {
        Wire.writeText(value.id(), out);
        Wire.writeText(value.title(), out);
        Wire.writeText(value.level(), out);
        Wire.writeList(value.tags(), Wire::writeText, out);
    }

    @Override
    public AlertRule read(int version, DataInputView in) throws IOException {
        return new AlertRule(
                Wire.readText(in), Wire.readText(in), Wire.readText(in), Wire.readList(Wire::readText, in));
    }
}
