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

    static final String XML = """
            <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Sysmon'
             Guid='{5770385f-0000-0000-0000-000000000001}'/><EventID>1</EventID><Version>5</Version><Level>4</Level><Task>1</Task>
             <Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords><TimeCreated SystemTime='2026-03-04T05:06:07.1234560Z'/>
             <EventRecordID>77</EventRecordID><Correlation/><Execution ProcessID='2040' ThreadID='2044'/>
             <Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>WS-7.Example.org</Computer><Security UserID='S-1-5-18'/>
             </System><EventData><Data Name='RuleName'>-</Data><Data Name='UtcTime'>2026-03-03 01:02:03.000</Data>
             <Data Name='ProcessGuid'>{aaaaaaaa-0001-0002-0003-000000000004}</Data><Data Name='ProcessId'>4242</Data>
             <Data Name='Image'>C:\\Windows\\System32\\expand.exe</Data><Data Name='CommandLine'>expand a.cab b.exe</Data>
             <Data Name='User'>EXAMPLE\\ada</Data><Data Name='ParentProcessGuid'>{bbbbbbbb-0001-0002-0003-000000000004}</Data>
             <Data Name='ParentProcessId'>700</Data><Data Name='ParentImage'>C:\\Windows\\explorer.exe</Data>
             <Data Name='ParentCommandLine'>explorer</Data></EventData><RenderingInfo Culture='en-GB'><Message>Process Create</Message>
             <Level>Information</Level></RenderingInfo></Event>""";

    static final String HEC = """
            {"time":1772600767.123,"host":"WS-7","source":"XmlWinEventLog:Microsoft-Windows-Sysmon/Operational",
             "sourcetype":"XmlWinEventLog","event":"%s"}""".formatted(quoted(XML));

    static final String SPLUNK = """
            {"preview":false,"offset":3,"result":{"_time":"2026-03-04T05:06:07.123+00:00","EventCode":"1","host":"collector",
             "ComputerName":"WS-7.Example.org","SourceName":"Microsoft-Windows-Sysmon","LogName":"Microsoft-Windows-Sysmon/Operational",
             "RecordNumber":"77","UtcTime":"2026-03-03 01:02:03.000","ProcessGuid":"{aaaaaaaa-0001-0002-0003-000000000004}",
             "ProcessId":"4242","Image":"C:\\\\Windows\\\\System32\\\\expand.exe","CommandLine":"expand a.cab b.exe","User":"EXAMPLE\\\\ada",
             "ParentProcessGuid":"{bbbbbbbb-0001-0002-0003-000000000004}","ParentProcessId":"700",
             "ParentImage":"C:\\\\Windows\\\\explorer.exe","ParentCommandLine":"explorer"}}""";

    static final String AZURE = """
            {"TenantId":"t","TimeGenerated":"2026-03-04T05:06:07.123Z","TimeCollected":"2026-03-04T05:06:10.250Z",
             "Provider":"Microsoft-Windows-Sysmon","Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"WS-7.Example.org",
             "EventID":1,"EventRecordId":"77","EventLevel":4,"Type":"WindowsEvent","EventData":"%s"}""".formatted(quoted("""
            {"UtcTime":"2026-03-03T01:02:03.0000000Z","ProcessGuid":"{aaaaaaaa-0001-0002-0003-000000000004}","ProcessId":"4242",
             "Image":"C:\\\\Windows\\\\System32\\\\expand.exe","CommandLine":"expand a.cab b.exe","User":"EXAMPLE\\\\ada",
             "ParentProcessGuid":"{bbbbbbbb-0001-0002-0003-000000000004}","ParentProcessId":"700",
             "ParentImage":"C:\\\\Windows\\\\explorer.exe","ParentCommandLine":"explorer"}"""));

    static final String ECS = """
            {"@timestamp":"2026-03-04T05:06:07.123Z","host":{"name":"collector"},"event":{"code":"1","module":"sysmon",
             "provider":"Microsoft-Windows-Sysmon","created":"2026-03-04T05:06:10.250Z"},"rule":{"name":"lab"},
             "user":{"domain":"EXAMPLE","name":"ada"},"process":{"entity_id":"{aaaaaaaa-0001-0002-0003-000000000004}","pid":4242,
             "executable":"C:\\\\Windows\\\\System32\\\\expand.exe","command_line":"expand a.cab b.exe","name":"expand.exe",
             "args":["expand","a.cab","b.exe"],"hash":{"md5":"0a","sha1":"0b"},"pe":{"imphash":"0c","original_file_name":"EXPAND"},
             "parent":{"entity_id":"{bbbbbbbb-0001-0002-0003-000000000004}","pid":700,
             "executable":"C:\\\\Windows\\\\explorer.exe","command_line":"explorer"}},
             "winlog":{"channel":"Microsoft-Windows-Sysmon/Operational","provider_name":"Microsoft-Windows-Sysmon","event_id":"1",
             "record_id":77,"computer_name":"WS-7.Example.org","process":{"pid":2040,"thread":{"id":2044}},
             "event_data":{"IntegrityLevel":"High"}}}""";

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

    /** The text as it stands inside a JSON string. */
    static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    static FieldValue text(String text) {
        return new FieldValue.Text(text);
    }
}
