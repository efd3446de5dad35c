package io.weir.job.codec;

import io.weir.alert.AlertRule;
import io.weir.incident.Incident;
import io.weir.incident.Incident.Extent;
import io.weir.incident.Incident.Moment;
import io.weir.incident.Stage;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of an {@link Incident}, in state. */
public final class IncidentCodec implements Codec<Incident> {

    private static final Codec<AlertRule> RULE = new AlertRuleCodec();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Incident value, DataOutputView out) throws IOException {
        Wire.writeText(value.host(), out);
        Wire.writeCount(value.part(), out);
        writeMoment(value.opening(), out);
        out.writeLong(value.last());
        Wire.writeList(value.alerts(), IncidentCodec::writeMoment, out);
        Wire.writeSorted(value.stages(), IncidentCodec::writeStage, out);
        Wire.writeText(value.extent().name(), out);
        out.writeBoolean(value.waits());
    }

    @Override
    public Incident read(int version, DataInputView in) throws IOException {
        return new Incident(
                Wire.readText(in),
                Wire.readCount(Integer.MAX_VALUE, in),
                readMoment(in),
                in.readLong(),
                Wire.readList(IncidentCodec::readMoment, in),
                Wire.readSorted(IncidentCodec::readStage, in),
                Extent.valueOf(Wire.readText(in)),
                in.readBoolean());
    }

    private static void writeMoment(Moment value, DataOutputView out) throws IOException {
        out.writeLong(value.micros());
        Wire.writeText(value.id(), out);
    }

    private static Moment readMoment(DataInputView in) throws IOException {
        return new Moment(in.readLong(), Wire.readText(in));
    }

    private static void writeStage(Stage value, DataOutputView out) throws IOException {
        RULE.writeVersioned(value.rule(), out);
        out.writeLong(value.first());
        out.writeLong(value.last());
        Wire.writeCount(value.alerts(), out);
    }

    private static Stage readStage(DataInputView in) throws IOException {
        return new Stage(RULE.readVersioned(in), in.readLong(), in.readLong(), Wire.readCount(Integer.MAX_VALUE, in));
    }
}
