package io.weir.cli.scenario;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The ordinary noise of a working day, until the timeline is full. */
final class DailyWork {

    /** How many events a scene has on average: what spreads the noise over the whole slice. */
    private static final double EVENTS_A_SCENE = 1.75;

    private static final int CABINET_ONE_IN = 600;

    private static final List<String> SITES = List.of(
            "1.1.1.1",
            "8.8.8.8",
            "93.184.216.34",
            "140.82.121.4",
            "142.250.185.78",
            "151.101.1.69",
            "2001:4860:4860::8888",
            "2a00:1450:4001:82f::200e");
    private static final List<String> NAMES = List.of(
            "www.example.com", "mail.example.net", "updates.example.org", "cdn.example.com", "intranet.example.net");
    private static final List<String> SERVICES =
            List.of("netsvcs -p -s BITS", "LocalService -p -s EventLog", "netsvcs -p -s wuauserv", "UnistackSvcGroup");
    private static final List<Program> APPLICATIONS = List.of(
            Program.EXCEL,
            Program.WORD,
            Program.system("notepad.exe", "NOTEPAD.EXE"),
            Program.system("mspaint.exe", "MSPAINT.EXE"),
            Program.system("SearchProtocolHost.exe", "SearchProtocolHost.exe"));
    private static final List<String> SCRIPTS = List.of(
            "Get-ChildItem C:\\Reports | Sort-Object Length",
            "Get-Service | Where-Object Status -eq Running",
            "Import-Csv .\\inventory.csv | Format-Table");
    private static final List<String> ACCOUNTS = List.of("m.keller", "a.novak", "j.lindt", "adm.ortiz", "svc.backup");

    private final Stage stage;
    private final Timeline timeline;
    private final Chance chance;
    private final List<Machine> machines;
    private final Machine audited;
    private final List<Scene> scenes;

    /** Something that happens on a machine. */
    private interface Scene {
        void play(Machine machine, long time);
    }

    DailyWork(Cast cast, Stage stage, Timeline timeline, Chance chance) {
        this.stage = stage;
        this.timeline = timeline;
        this.chance = chance;
        this.audited = cast.domainController();
        // The busiest host of real captures has a quarter of all events.
        this.machines = Stream.of(cast.machines(), Collections.nCopies(3, cast.domainController()), cast.machines())
                .flatMap(List::stream)
                .toList();
        this.scenes = List.of(
                this::browses,
                this::browses,
                this::asksName,
                this::asksName,
                this::writesFile,
                this::writesFile,
                this::setsRegistry,
                this::loadsImage,
                this::isVisited,
                this::logsOn,
                this::logsOn,
                this::runsService,
                this::runsApplication,
                this::runsScript,
                this::changesService);
    }

    /** Fills what is left of the timeline between two times, in microseconds since the epoch. */
    void fill(long from, long to) throws IOException {
        for (long now = from; !timeline.isFull(); now = next(now, to)) {
            var scene = chance.oneIn(CABINET_ONE_IN) ? (Scene) this::packsLog : chance.of(scenes);
            scene.play(chance.of(machines), now);
            timeline.advance(now);
        }
    }

    private long next(long now, long to) {
        double left = Math.max(1, timeline.left() / EVENTS_A_SCENE);
        return Math.min(to, now + chance.waiting((long) ((to - now) / left)));
    }

    private void browses(Machine machine, long time) {
        var site = new Place(chance.of(SITES), chance.oneIn(5) ? 80 : 443);
        stage.happens(Sysmon.connected(machine, machine.browser(), site, time));
    }

    private void asksName(Machine machine, long time) {
        stage.happens(Sysmon.nameAsked(machine, machine.browser(), chance.of(NAMES), chance.of(SITES), time));
    }

    private void writesFile(Machine machine, long time) {
        var file = "C:\\Users\\" + machine.account() + "\\Documents\\draft" + chance.between(1, 400) + ".tmp";
        stage.happens(Sysmon.fileCreated(machine, machine.explorer(), file, time));
    }

    private void setsRegistry(Machine machine, long time) {
        var key = "HKLM\\System\\CurrentControlSet\\Services\\bam\\State\\" + chance.between(1, 90);
        stage.happens(Sysmon.registrySet(machine, machine.services(), key, "Binary Data", time));
    }

    private void loadsImage(Machine machine, long time) {
        var library =
                "C:\\Windows\\System32\\" + chance.of(List.of("winhttp.dll", "cabinet.dll", "msi.dll", "ntmarta.dll"));
        stage.happens(Sysmon.imageLoaded(machine, machine.explorer(), library, time));
    }

    private void isVisited(Machine machine, long time) {
        var neighbour = new Place("10.20." + chance.between(1, 40) + "." + chance.between(2, 250), 50_000);
        stage.happens(Sysmon.visited(machine, machine.services(), neighbour, 445, time));
    }

    private void logsOn(Machine machine, long time) {
        var account = chance.of(ACCOUNTS);
        stage.happens(WindowsLogs.loggedOn(machine, account, 3, "10.20.0." + chance.between(2, 250), time));
        if (chance.oneIn(3)) {
            stage.happens(WindowsLogs.privilegesGiven(machine, account, time));
        }
        stage.happens(WindowsLogs.loggedOff(machine, account, time, time + chance.seconds(1, 300)));
    }

    private void runsService(Machine machine, long time) {
        var service = machine.start(
                Program.SVCHOST,
                "C:\\Windows\\system32\\svchost.exe -k " + chance.of(SERVICES),
                machine.services(),
                time);
        lives(machine, service, machine.services(), time);
        if (chance.oneIn(2)) {
            stage.happens(Sysmon.connected(machine, service, new Place(chance.of(SITES), 443), early(time)));
        }
    }

    private void runsApplication(Machine machine, long time) {
        var program = chance.of(APPLICATIONS);
        lives(machine, machine.start(program, program.with(""), machine.explorer(), time), machine.explorer(), time);
    }

    private void runsScript(Machine machine, long time) {
        var script = chance.of(SCRIPTS);
        var powershell = machine.start(
                Program.POWERSHELL, "powershell.exe -Command \"" + script + "\"", machine.explorer(), time);
        lives(machine, powershell, machine.explorer(), time);
        stage.happens(WindowsLogs.scriptRun(machine, script, time + chance.seconds(0.2, 2)));
    }

    private void changesService(Machine machine, long time) {
        var state = chance.oneIn(2) ? "running" : "stopped";
        stage.happens(WindowsLogs.serviceChanged(machine, "Windows Update", state, time));
    }

    /** Windows packs its own servicing logs with makecab. */
    private void packsLog(Machine machine, long time) {
        if (machine == audited) {
            return; // there one start is two events, by Sysmon and by audit
        }
        var worker = Program.system("TiWorker.exe", "TiWorker.exe");
        var servicing = machine.start(worker, worker.with("-Embedding"), machine.services(), time);
        var log = "C:\\Windows\\Logs\\CBS\\CbsPersist_" + chance.between(1, 9_999);
        var makecab = stage.startsLolbin(
                machine, servicing, Program.MAKECAB, Program.MAKECAB.with(log + ".log " + log + ".cab"), time);
        stage.happens(Sysmon.ended(machine, makecab, time + chance.seconds(1, 20)));
    }

    /** The start and the end of a process, as the machine's logs have them. */
    private void lives(Machine machine, Running process, Running parent, long time) {
        stage.happens(Sysmon.started(machine, process, parent, time));
        if (machine == audited) {
            stage.happens(WindowsLogs.processAudited(machine, process, parent, time + chance.seconds(0, 0.2)));
        }
        stage.happens(Sysmon.ended(machine, process, time + chance.seconds(0.5, 240)));
    }

    /** Soon after a process's start, or, as real clocks have it now and then, just before. */
    private long early(long time) {
        return chance.oneIn(8) ? time - chance.seconds(0.1, 0.9) : time + chance.seconds(0.1, 30);
    }
}
