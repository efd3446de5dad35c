package io.weir.cli.scenario;

/** What looks like the attack from afar and is not: the same binaries at their daily work. */
final class HonestWork {

    private static final Place INTRANET = new Place("10.20.0.40", 80);
    private static final Place FILE_SERVER = new Place("10.20.0.15", 445);
    private static final Place OUTSIDE = new Place("151.101.1.69", 443);

    private final Stage stage;

    HonestWork(Stage stage) {
        this.stage = stage;
    }

    /** Plays all of it, beginning at that time. */
    void begin(Cast cast, long time) {
        buildPackage(cast.administrator(), time);
        launchFromIntranet(cast.laptop(), time + seconds(70));
        installDriver(cast.colleague(), time + seconds(200));
    }

    private void buildPackage(Machine machine, long time) {
        var shell = stage.starts(machine, machine.explorer(), Program.CMD, Program.CMD.with(""), time);
        var iexpress =
                machine.start(Program.IEXPRESS, "iexpress.exe /N C:\\Build\\tools.sed", shell, time + seconds(20));
        stage.happens(
                Sysmon.started(machine, iexpress, shell, time + seconds(20)), iexpress, PackRule.IEXPRESS_PACKAGE);
        var makecab = machine.start(
                Program.MAKECAB, Program.MAKECAB.with("/f \"C:\\Build\\~TOOLS.DDF\""), iexpress, time + seconds(21));
        stage.happens(
                Sysmon.started(machine, makecab, iexpress, time + seconds(21)),
                makecab,
                PackRule.LOLBIN_EXECUTION,
                PackRule.IEXPRESS_PACKAGE);
        stage.happens(Sysmon.fileCreated(machine, makecab, "C:\\Build\\~TOOLS.CAB", time + seconds(23)));
        stage.happens(Sysmon.ended(machine, makecab, time + seconds(24)));
        stage.happens(Sysmon.fileCreated(machine, iexpress, "C:\\Build\\tools.exe", time + seconds(25)));
        stage.happens(Sysmon.ended(machine, iexpress, time + seconds(26)));
    }

    /** The application talks inside at once, and outside only when the timespan of the rule is over. */
    private void launchFromIntranet(Machine machine, long time) {
        var ieexec = stage.startsLolbin(
                machine,
                machine.explorer(),
                Program.IEEXEC,
                "IEExec.exe http://intranet.example.net/timesheet.exe",
                time);
        stage.expects(PackRule.PAYLOAD_BROUGHT_IN, machine, ieexec);
        stage.happens(Sysmon.connected(machine, ieexec, INTRANET, time + seconds(1)));
        var application = new Program("C:\\Users\\j.lindt\\AppData\\Local\\assembly\\timesheet.exe", "timesheet.exe");
        var running = stage.starts(machine, ieexec, application, application.with(""), time + seconds(3));
        stage.happens(Sysmon.connected(machine, running, INTRANET, time + seconds(5)));
        stage.happens(Sysmon.connected(machine, running, OUTSIDE, time + seconds(31 * 60)));
    }

    private void installDriver(Machine machine, long time) {
        var installer = stage.starts(machine, machine.services(), Program.MSIEXEC, Program.MSIEXEC.with("/V"), time);
        var expand = stage.startsLolbin(
                machine,
                installer,
                Program.EXPAND,
                Program.EXPAND.with("\\\\srv-files\\drivers\\net.cab -F:* C:\\Drivers"),
                time + seconds(4));
        stage.expects(PackRule.PAYLOAD_BROUGHT_IN, machine, expand);
        stage.happens(Sysmon.connected(machine, expand, FILE_SERVER, time + seconds(5)));
        stage.happens(Sysmon.fileCreated(machine, expand, "C:\\Drivers\\net.inf", time + seconds(6)));
        stage.happens(Sysmon.ended(machine, expand, time + seconds(7)));
    }

    private static long seconds(int seconds) {
        return seconds * Timeline.SECOND;
    }
}
