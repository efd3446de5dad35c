package io.weir.cli.scenario;

/** The event logs that the machines write. */
enum Log {
    SYSMON(
            "Microsoft-Windows-Sysmon/Operational",
            "Microsoft-Windows-Sysmon",
            "5770385f-c22a-43e0-bf4c-06f5698ffbd9",
            "0x8000000000000000"),
    SECURITY(
            "Security",
            "Microsoft-Windows-Security-Auditing",
            "54849625-5478-4994-a5ba-3e3b0328c30d",
            "0x8020000000000000"),
    SYSTEM("System", "Service Control Manager", "555908d1-a6d7-4695-8e1e-26931d2012f4", "0x8080000000000000"),
    POWERSHELL(
            "Microsoft-Windows-PowerShell/Operational",
            "Microsoft-Windows-PowerShell",
            "a0c1853b-5c40-4b15-8766-3cf1c58f985a",
            "0x0");

    private final String channel;
    private final String provider;
    private final String providerGuid;
    private final String keywords;

    Log(String channel, String provider, String providerGuid, String keywords) {
        this.channel = channel;
        this.provider = provider;
        this.providerGuid = providerGuid;
        this.keywords = keywords;
    }

    String channel() {
        return channel;
    }

    String provider() {
        return provider;
    }

    Guid providerGuid() {
        return new Guid(providerGuid);
    }

    String keywords() {
        return keywords;
    }
}
