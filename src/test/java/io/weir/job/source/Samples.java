package io.weir.job.source;

import java.nio.charset.StandardCharsets;

/** Telemetry as tests write it: records of the nested shape. */
public final class Samples {

    private Samples() {}

    /** One event of a host, which is told from others by its record number. */
    public static String event(String host, long record, String time) {
        return """
                {"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon"}},"EventID":1,\
                "TimeCreated":{"#attributes":{"SystemTime":"%s"}},"EventRecordID":%d,\
                "Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"%s"},\
                "EventData":{"Image":"C:\\\\Windows\\\\System32\\\\expand.exe"}}}""".formatted(time, record, host);
    }

    /** An event at noon of 1 March 2020. */
    public static String event(long record) {
        return event("ws-7.corp.example", record, "2020-03-01T12:00:00.000000Z");
    }

    /** The text's bytes. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
