package io.weir.cli.scenario;

/**
 * An executable.
 *
 * @param path where it is
 * @param originalName what its version resource says, or {@link #NO_NAME}
 */
record Program(String path, String originalName) {

    /** What Sysmon writes of an executable without a version resource. */
    static final String NO_NAME = "-";

    private static final String SYSTEM32 = "C:\\Windows\\System32\\";

    static final Program EXPAND = system("expand.exe", "expand");
    static final Program EXTRAC32 = system("extrac32.exe", "extrac32.exe");
    static final Program MAKECAB = system("makecab.exe", "makecab.exe");
    static final Program IEEXEC =
            new Program("C:\\Windows\\Microsoft.NET\\Framework\\v2.0.50727\\IEExec.exe", "IEExec.exe");
    static final Program IEXPRESS = system("iexpress.exe", "IEXPRESS.exe");
    static final Program CMD = system("cmd.exe", "Cmd.Exe");
    static final Program POWERSHELL = system("WindowsPowerShell\\v1.0\\powershell.exe", "PowerShell.EXE");
    static final Program SCHTASKS = system("schtasks.exe", "schtasks.exe");
    static final Program REG = system("reg.exe", "reg.exe");
    static final Program NET = system("net.exe", "net.exe");
    static final Program SERVICES = system("services.exe", "services.exe");
    static final Program SVCHOST = system("svchost.exe", "svchost.exe");
    static final Program MSIEXEC = system("msiexec.exe", "msiexec.exe");
    static final Program EXPLORER = new Program("C:\\Windows\\explorer.exe", "EXPLORER.EXE");
    static final Program FIREFOX = new Program("C:\\Program Files\\Mozilla Firefox\\firefox.exe", "firefox.exe");
    static final Program OUTLOOK = office("OUTLOOK.EXE", "Outlook.exe");
    static final Program WORD = office("WINWORD.EXE", "WinWord.exe");
    static final Program EXCEL = office("EXCEL.EXE", "Excel.exe");

    /** A program of the system folder. */
    static Program system(String name, String originalName) {
        return new Program(SYSTEM32 + name, originalName);
    }

    private static Program office(String name, String originalName) {
        return new Program("C:\\Program Files\\Microsoft Office\\root\\Office16\\" + name, originalName);
    }

    /** What its version resource says where it has one. */
    String ifMicrosofts(String text) {
        return originalName.equals(NO_NAME) ? NO_NAME : text;
    }

    /** The command line of a program that is given these arguments. */
    String with(String arguments) {
        return "\"" + path + "\" " + arguments;
    }
}
