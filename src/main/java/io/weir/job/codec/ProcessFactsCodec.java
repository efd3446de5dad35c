package io.weir.job.codec;

import io.weir.event.ProcessFacts;
import io.weir.event.ProcessFacts.Life;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of {@link ProcessFacts}: most events have none, which is one byte. */
public final class ProcessFactsCodec implements Codec<ProcessFacts> {

    private static final int NOTHING = 0;

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(ProcessFacts facts, DataOutputView out) throws IOException {
        if (facts.equals(ProcessFacts.NONE)) {
            out.writeByte(NOTHING);
        } else {
            out.writeByte(code(facts.life()));
            writeTexts(facts, out);
        }
    }

    private static void writeTexts(ProcessFacts facts, DataOutputView out) throws IOException {
        Wire.writeText(facts.guid(), out);
        Wire.writeText(facts.parentGuid(), out);
        Wire.writeText(facts.pid(), out);
        Wire.writeText(facts.parentPid(), out);
        Wire.writeText(facts.image(), out);
        Wire.writeText(facts.commandLine(), out);
        Wire.writeText(facts.user(), out);
        Wire.writeText(facts.parentImage(), out);
        Wire.writeText(facts.parentCommandLine(), out);
    }

    @Override
    public ProcessFacts read(int version, DataInputView in) throws IOException {
        int code = in.readUnsignedByte();
        return code == NOTHING ? ProcessFacts.NONE : readTexts(life(code), in);
    }

    private static ProcessFacts readTexts(Life life, DataInputView in) throws IOException {
        return new ProcessFacts(
                life,
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in));
    }

    private static int code(Life life) {
        return switch (life) {
            case NONE -> 1;
            case START -> 2;
            case ACT -> 3;
            case END -> 4;
        };
    }

    private static Life life(int code) throws IOException {
        return switch (code) {
            case 1 -> Life.NONE;
            case 2 -> Life.START;
            case 3 -> Life.ACT;
            case 4 -> Life.END;
            default -> throw new IOException("no life of a process has code " + code + ": the bytes are damaged");
        };
    }
}
