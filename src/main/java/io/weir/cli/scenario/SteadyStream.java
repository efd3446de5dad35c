package io.weir.cli.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * A working day without an end, scene after scene, in the three shapes: mostly noise, now and then one of the signed binaries that the pack
 * has rules for, some seconds or minutes before it or its child talks to the outside. What must be alerted on is known with each scene.
 *
 * <p>Records come out of order and twice, as real collectors send them. The same seed and times give the same bytes.
 */
public final class SteadyStream {

    private static final int MACHINES = 12;
    private static final int LOLBIN_ONE_IN = 8;
    private static final int LATE_ONE_IN = 25;
    private static final int TWICE_ONE_IN = 20;
    private static final double LONGEST_DELAY = 20;
    private static final double LONGEST_STORY = 120;
    private static final Place OUTSIDE = new Place("93.184.216.34", 443);
    private static final Place INSIDE = new Place("10.20.0.40", 80);

    private final JsonFactory json = new JsonFactory();
    private final List<Shape> shapes =
            List.of(new NxlogShape("wec-01.example.net"), new WinlogbeatShape(), new EvtxShape());
    private final PriorityQueue<Held> held = new PriorityQueue<>(Comparator.comparingLong(Held::due));
    private final Chance chance;
    private final List<Machine> machines;

    /**
     * What comes next.
     *
     * @param records to be sent, in this order
     * @param alerts that must stand once the records of this scene and of those before are read
     */
    public record Scene(List<Sent> records, List<ExpectedAlert> alerts) {}

    /**
     * A record of a topic.
     *
     * @param lane records of one lane are sent in their order
     * @param bytes of the event; not to be changed
     */
    public record Sent(int lane, byte[] bytes) {}

    /** Something that is to happen later; it plays and says what must be alerted on then. */
    private record Held(long due, Play play) {}

    private interface Play {
        void at(long time, Take take);
    }

    /** What has happened in a scene so far. */
    private record Take(List<Sent> records, List<ExpectedAlert> alerts) {}

    /**
     * A stream at its beginning.
     *
     * @param start microseconds since the epoch
     */
    public SteadyStream(long seed, long start) {
        this.chance = new Chance(seed);
        this.machines = IntStream.range(0, MACHINES)
                .mapToObj(i -> new Machine(
                        "soak-" + i + ".example.net", "10.20.30." + (10 + i), "EXAMPLE\\user" + i, i, start))
                .toList();
    }

    /**
     * The next scene.
     *
     * @param now microseconds since the epoch; never less than the time of the scene before
     */
    public Scene next(long now) {
        var take = new Take(new ArrayList<>(), new ArrayList<>());
        while (!held.isEmpty() && held.peek().due() <= now) {
            held.remove().play().at(now, take);
        }
        var machine = chance.of(machines);
        if (chance.oneIn(LOLBIN_ONE_IN)) {
            unpack(machine, now, take);
        } else {
            work(machine, now, take);
        }
        return new Scene(List.copyOf(take.records()), List.copyOf(take.alerts()));
    }

    private void work(Machine machine, long now, Take take) {
        var program = chance.of(List.of(Program.EXCEL, Program.WORD, Program.SVCHOST, Program.POWERSHELL));
        var process = machine.start(program, program.with(""), machine.explorer(), now);
        send(Sysmon.started(machine, process, machine.explorer(), now), now, take);
        send(Sysmon.connected(machine, process, chance.oneIn(2) ? OUTSIDE : INSIDE, now), now, take);
        send(Sysmon.nameAsked(machine, machine.browser(), "www.example.org", OUTSIDE.address(), now), now, take);
        send(WindowsLogs.loggedOn(machine, "svc.backup", 3, "10.20.0.7", now), now, take);
        hold(now + chance.seconds(1, 60), (time, later) -> send(Sysmon.ended(machine, process, time), time, later));
    }

    private void unpack(Machine machine, long now, Take take) {
        var program = chance.of(List.of(Program.EXPAND, Program.EXTRAC32, Program.MAKECAB, Program.IEEXEC));
        var lolbin = machine.start(program, program.with("x"), machine.explorer(), now);
        begin(machine, lolbin, now, take);
        long later = now + chance.seconds(LONGEST_DELAY + 1, LONGEST_STORY);
        if (chance.oneIn(3)) {
            hold(later, (time, scene) -> childTalks(machine, lolbin, time, scene));
        } else if (chance.oneIn(2)) {
            hold(later, (time, scene) -> talks(machine, lolbin, time, scene));
        }
    }

    /** The start may come late: later than what the process did would have come, but for the least that a story lasts. */
    private void begin(Machine machine, Running lolbin, long now, Take take) {
        var start = Sysmon.started(machine, lolbin, machine.explorer(), now);
        if (chance.oneIn(LATE_ONE_IN)) {
            hold(now + chance.seconds(1, LONGEST_DELAY), (time, later) -> {
                send(start, time, later);
                later.alerts().add(expected(PackRule.LOLBIN_EXECUTION, machine, lolbin));
            });
        } else {
            send(start, now, take);
            take.alerts().add(expected(PackRule.LOLBIN_EXECUTION, machine, lolbin));
        }
    }

    private void talks(Machine machine, Running lolbin, long time, Take take) {
        send(Sysmon.connected(machine, lolbin, OUTSIDE, time), time, take);
        take.alerts().add(expected(PackRule.LOLBIN_CONNECTION, machine, lolbin));
        take.alerts().add(expected(PackRule.LOLBIN_THEN_CONNECTION, machine, lolbin));
    }

    private void childTalks(Machine machine, Running lolbin, long time, Take take) {
        var program = new Program("C:\\Users\\Public\\setup.exe", Program.NO_NAME);
        var child = machine.start(program, program.with("-s"), lolbin, time);
        send(Sysmon.connected(machine, child, OUTSIDE, time + Timeline.SECOND / 10), time, take);
        send(Sysmon.started(machine, child, lolbin, time), time, take);
        take.alerts().add(expected(PackRule.LOLBIN_CHILD_CONNECTION, machine, lolbin));
    }

    private void hold(long due, Play play) {
        held.add(new Held(due, play));
    }

    private static ExpectedAlert expected(PackRule rule, Machine machine, Running process) {
        return new ExpectedAlert(rule, machine.name(), process.guid().plain());
    }

    private void send(Observation event, long now, Take take) {
        int lane = machines.indexOf(event.machine());
        var bytes = bytes(event, lane, now);
        take.records().add(new Sent(lane, bytes));
        if (chance.oneIn(TWICE_ONE_IN)) {
            hold(
                    now + chance.seconds(0, LONGEST_DELAY),
                    (time, later) -> later.records().add(new Sent(lane, bytes)));
        }
    }

    private byte[] bytes(Observation event, int lane, long received) {
        var bytes = new ByteArrayOutputStream(2_048);
        try (var generator = json.createGenerator(bytes)) {
            shapes.get(lane % shapes.size())
                    .write(event, event.machine().nextRecord(event.kind().log()), received, generator);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }
}
