package io.weir.job.codec;

import io.weir.event.ProcessFacts;
import io.weir.event.ProcessFacts.Life;
import io.weir.event.ProcessFacts.Log;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of {@link ProcessFacts}: most events have none, which is one byte. */
public final class ProcessFactsCodec implements Codec<ProcessFacts> {

    private static final int NOTHING = 0;

    /** Version 1 did not say which log an event is from, nor what it connects: only Sysmon knows GUIDs. */
    @Override
    public byte version() {
        return 2;
    }

    @Override
    public void write(ProcessFacts facts, DataOutputView out) throws IOException {
        if (facts.equals(ProcessFacts.NONE)) {
            out.writeByte(NOTHING);
        } else {
            out.writeByte(code(facts.life()));
            writeSaid(facts, out);
        }
    }

    private static void writeSaid(ProcessFacts facts, DataOutputView out) throws IOException {
        Wire.writeText(facts.guid(), out);
        Wire.writeText(facts.parentGuid(), out);
        Wire.writeText(facts.pid(), out);
        Wire.writeText(facts.parentPid(), out);
        Wire.writeText(facts.image(), out);
        Wire.writeText(facts.commandLine(), out);
        Wire.writeText(facts.user(), out);
        Wire.writeText(facts.parentImage(), out);
        Wire.writeText(facts.parentCommandLine(), out);
        out.writeByte(code(facts.log()));
        Wire.writeText(facts.connection(), out);
    }

    @Override
    public ProcessFacts read(int version, DataInputView in) throws IOException {
        int code = in.readUnsignedByte();
        return code == NOTHING ? ProcessFacts.NONE : readSaid(life(code), version, in);
    }

    private static ProcessFacts readSaid(Life life, int version, DataInputView in) throws IOException {
        var guid = Wire.readText(in);
        return new ProcessFacts(
                life,
                guid,
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                Wire.readText(in),
                version == 1 ? onceTold(guid) : log(in.readUnsignedByte()),
                version == 1 ? "" : Wire.readText(in));
    }

    private static Log onceTold(String guid) {
        return guid.isEmpty() ? Log.SECURITY : Log.SYSMON;
    }

    private static int code(Life life) {
        return switch (life) {
            case NONE -> 1;
            case START -> 2;
            case ACT -> 3;
            case END -> 4;
            case BOOT -> 5;
        };
    }

    private static Life life(int code) throws IOException {
        return switch (code) {
            case 1 -> Life.NONE;
            case 2 -> Life.START;
            case 3 -> Life.ACT;
            case 4 -> Life.END;
            case 5 -> Life.BOOT;
            default -> throw new IOException("no life of a process has code " + code + ": the bytes are damaged");
        };
    }

    private static int code(Log log) {
        return switch (log) {
            case NONE -> 0;
            case SYSMON -> 1;
            case SECURITY -> 2;
            case SYSTEM -> 3;
        };
    }

    private static Log log(int code) throws IOException {
        return switch (code) {
            case 0 -> Log.NONE;
            case 1 -> Log.SYSMON;
            case 2 -> Log.SECURITY;
            case 3 -> Log.SYSTEM;
            default -> throw new IOException("no log has code " + code + ": the bytes are damaged");
        };
    }
}
