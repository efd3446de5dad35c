package io.weir.cli.scenario;

import static io.weir.cli.scenario.Field.field;
import static io.weir.cli.scenario.Field.hex;

/** What Windows itself writes: the logs Security, System and PowerShell. */
final class WindowsLogs {

    private static final String NOBODY = "S-1-0-0";
    private static final String DOMAIN = "EXAMPLE";

    private WindowsLogs() {}

    static Observation loggedOn(Machine machine, String account, int type, String from, long time) {
        return Observation.of(
                machine,
                Kind.LOGGED_ON,
                time,
                field("SubjectUserSid", NOBODY),
                field("SubjectUserName", "-"),
                field("SubjectLogonId", "0x0"),
                field("TargetUserSid", sid(account)),
                field("TargetUserName", account),
                field("TargetDomainName", DOMAIN),
                field("TargetLogonId", logonId(time)),
                field("LogonType", Integer.toString(type)),
                field("LogonProcessName", "Kerberos"),
                field("AuthenticationPackageName", "Kerberos"),
                field("WorkstationName", "-"),
                field("ProcessName", "-"),
                field("IpAddress", from),
                field("IpPort", "0"));
    }

    static Observation loggedOff(Machine machine, String account, long loggedOn, long time) {
        return Observation.of(
                machine,
                Kind.LOGGED_OFF,
                time,
                field("TargetUserSid", sid(account)),
                field("TargetUserName", account),
                field("TargetDomainName", DOMAIN),
                field("TargetLogonId", logonId(loggedOn)),
                field("LogonType", "3"));
    }

    static Observation privilegesGiven(Machine machine, String account, long time) {
        return Observation.of(
                machine,
                Kind.PRIVILEGES_GIVEN,
                time,
                field("SubjectUserSid", sid(account)),
                field("SubjectUserName", account),
                field("SubjectDomainName", DOMAIN),
                field("SubjectLogonId", logonId(time)),
                field("PrivilegeList", "SeSecurityPrivilege\r\n\t\t\tSeBackupPrivilege\r\n\t\t\tSeRestorePrivilege"));
    }

    static Observation processAudited(Machine machine, Running process, Running parent, long time) {
        return Observation.of(
                machine,
                Kind.PROCESS_AUDITED,
                time,
                field("SubjectUserSid", sid(machine.account())),
                field("SubjectUserName", machine.account()),
                field("SubjectDomainName", DOMAIN),
                field("SubjectLogonId", "0x5b2e1"),
                hex("NewProcessId", process.pid()),
                field("NewProcessName", process.program().path()),
                field("TokenElevationType", "%%1938"),
                hex("ProcessId", parent.pid()),
                field("CommandLine", process.commandLine()),
                field("TargetUserSid", NOBODY),
                field("TargetUserName", "-"),
                field("TargetDomainName", "-"),
                field("TargetLogonId", "0x0"),
                field("ParentProcessName", parent.program().path()),
                field("MandatoryLabel", "S-1-16-8192"));
    }

    static Observation taskCreated(Machine machine, String task, String command, long time) {
        return Observation.of(
                machine,
                Kind.TASK_CREATED,
                time,
                field("SubjectUserSid", sid(machine.account())),
                field("SubjectUserName", machine.account()),
                field("SubjectDomainName", DOMAIN),
                field("SubjectLogonId", "0x5b2e1"),
                field("TaskName", task),
                field(
                        "TaskContent",
                        "<Task><Actions><Exec><Command>" + command + "</Command></Exec></Actions></Task>"));
    }

    static Observation shareOpened(Machine machine, String account, String share, String from, long time) {
        return Observation.of(
                machine,
                Kind.SHARE_OPENED,
                time,
                field("SubjectUserSid", sid(account)),
                field("SubjectUserName", account),
                field("SubjectDomainName", DOMAIN),
                field("SubjectLogonId", logonId(time)),
                field("ObjectType", "File"),
                field("IpAddress", from),
                field("IpPort", "50233"),
                field("ShareName", share),
                field("AccessMask", "0x1"));
    }

    static Observation serviceInstalled(Machine machine, String service, String path, long time) {
        return Observation.of(
                machine,
                Kind.SERVICE_INSTALLED,
                time,
                field("ServiceName", service),
                field("ImagePath", path),
                field("ServiceType", "user mode service"),
                field("StartType", "demand start"),
                field("AccountName", "LocalSystem"));
    }

    static Observation serviceChanged(Machine machine, String service, String state, long time) {
        return Observation.of(machine, Kind.SERVICE_CHANGED, time, field("param1", service), field("param2", state));
    }

    static Observation scriptRun(Machine machine, String script, long time) {
        return Observation.of(
                machine,
                Kind.SCRIPT_RUN,
                time,
                field("MessageNumber", "1"),
                field("MessageTotal", "1"),
                field("ScriptBlockText", script),
                field("ScriptBlockId", String.format("%08x-5c40-4b15-8766-3cf1c58f985a", time & 0xffff_ffffL)),
                field("Path", ""));
    }

    private static String sid(String account) {
        return "S-1-5-21-477444970-2264162048-1418806404-" + (1_100 + Math.floorMod(account.hashCode(), 800));
    }

    private static String logonId(long time) {
        return "0x" + Long.toHexString(time / 1_000 & 0xff_ffff);
    }
}
