package io.weir.event;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Invented records, one a shape, and what tests do with records. */
final class Records {

    static final String EVTX = """
            {"Event":{"#attributes":{"xmlns":"http://example.org/event"},"System":{
             "Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon","Guid":"5770385F-0000-0000-0000-000000000001"}},
             "EventID":1,"Version":5,"Level":4,"Task":1,"Opcode":0,"Keywords":"0x8000000000000000",
             "TimeCreated":{"#attributes":{"SystemTime":"2026-03-04T05:06:07.123456Z"}},"EventRecordID":77,"Correlation":null,
             "Execution":{"#attributes":{"ProcessID":2040,"ThreadID":2044}},"Channel":"Microsoft-Windows-Sysmon/Operational",
             "Computer":"WS-7.Example.org","Security":{"#attributes":{"UserID":"S-1-5-18"}}},
             "EventData":{"RuleName":"-","UtcTime":"2026-03-03 01:02:03.000","ProcessGuid":"AAAAAAAA-0001-0002-0003-000000000004",
             "ProcessId":4242,"Image":"C:\\\\Windows\\\\System32\\\\expand.exe","CommandLine":"expand a.cab b.exe","User":"EXAMPLE\\\\ada",
             "ParentProcessGuid":"{BBBBBBBB-0001-0002-0003-000000000004}","ParentProcessId":700,
             "ParentImage":"C:\\\\Windows\\\\explorer.exe","ParentCommandLine":"explorer"}},
             "SourceFile":"ws-7.evtx"}""";

    static final String FLAT = """
            {"EventTime":"2026-03-04 00:06:07","EventReceivedTime":"2026-03-04 00:06:09","@timestamp":"2026-03-04T05:06:10.250Z",
             "Hostname":"WS-7.Example.org","host":"collector.example.org","SourceName":"Microsoft-Windows-Sysmon","EventID":1,
             "Channel":"Microsoft-Windows-Sysmon/Operational","RecordNumber":77,"ExecutionProcessID":2040,"ThreadID":2044,
             "UtcTime":"2026-03-03 01:02:03.000","ProcessGuid":"{aaaaaaaa-0001-0002-0003-000000000004}","ProcessId":"4242",
             "Image":"C:\\\\Windows\\\\System32\\\\expand.exe","CommandLine":"expand a.cab b.exe","User":"EXAMPLE\\\\ada",
             "ParentProcessGuid":"{bbbbbbbb-0001-0002-0003-000000000004}","ParentProcessId":"700",
             "ParentImage":"C:\\\\Windows\\\\explorer.exe","ParentCommandLine":"explorer","Message":"Process Create","tags":["lab","east"]}""";

    static final String WINLOGBEAT = """
            {"@timestamp":"2026-03-04T05:06:07.123Z","host":{"name":"collector"},"event":{"code":"1","created":"2026-03-04T05:06:10.250Z"},
             "log":{"level":"information"},"message":"Process Create","winlog":{"channel":"Microsoft-Windows-Sysmon/Operational",
             "provider_name":"Microsoft-Windows-Sysmon","event_id":"1","record_id":77,"computer_name":"WS-7.Example.org",
             "process":{"pid":2040,"thread":{"id":2044}},"user":{"identifier":"S-1-5-18"},"opcode":"Info",
             "event_data":{"UtcTime":"2026-03-03 01:02:03.000","ProcessGuid":"{aaaaaaaa-0001-0002-0003-000000000004}","ProcessId":"4242",
             "Image":"C:\\\\Windows\\\\System32\\\\expand.exe","CommandLine":"expand a.cab b.exe","User":"EXAMPLE\\\\ada",
             "ParentProcessGuid":"{bbbbbbbb-0001-0002-0003-000000000004}","ParentProcessId":"700",
             "ParentImage":"C:\\\\Windows\\\\explorer.exe","ParentCommandLine":"explorer"}}}""";

    private static final EventDecoder DECODER = EventDecoder.standard();

    private Records() {}

    static EventDecoder.Decoded decode(String record) {
        return DECODER.decode(record.getBytes(UTF_8), Stamp.NONE);
    }

    /** The one event of a record that holds nothing else. */
    static Event event(String record) {
        return event(record, Stamp.NONE);
    }

    static Event event(String record, Stamp transport) {
        var decoded = DECODER.decode(record.getBytes(UTF_8), transport);
        if (decoded.events().size() != 1 || !decoded.undecodable().isEmpty()) {
            throw new AssertionError("expected one event, found " + decoded);
        }
        return decoded.events().get(0);
    }

    /** The evtx_dump record with these members in place of its event data. */
    static String evtx(String channel, String provider, int eventId, String body) {
        return """
                {"Event":{"System":{"Provider":{"#attributes":{"Name":"%s"}},"EventID":%d,"EventRecordID":1,"Channel":"%s",
                "TimeCreated":{"#attributes":{"SystemTime":"2026-03-04T05:06:07Z"}},"Computer":"ws-7"},%s}}""".formatted(provider, eventId, channel, body);
    }

    /** A flat record with these members besides what makes it one. */
    static String flat(String members) {
        return "{\"EventID\":1,\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",%s}".formatted(members);
    }

    static FieldValue text(String text) {
        return new FieldValue.Text(text);
    }
}
