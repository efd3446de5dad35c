package io.weir.job.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordLinesTest {

    private static final int LONGEST = 1_000;

    @TempDir
    Path folder;

    @Test
    void joinsTheLinesOfOneEvent() throws IOException {
        assertThat(records("""
                <?xml version="1.0"?>
                <Events xmlns="urn:a>b">
                <Event a='x>y'>
                  <System/>

                  <Data>a &lt; b</Data>
                </Event>
                <Event><System/></Event>
                </Events>
                {"EventID":1}
                """))
                .containsExactly(
                        "7:<?xml version=\"1.0\"?>\n<Events xmlns=\"urn:a>b\">\n<Event a='x>y'>\n  <System/>\n\n  <Data>a &lt; b</Data>\n</Event>",
                        "8:<Event><System/></Event>",
                        "10:{\"EventID\":1}");
    }

    /** A command line in one of them is no tag, and must not take the next events into its record. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Event><Data><![CDATA[a > <b>]]></Data></Event>",
                "<Event><Data><![CDATA[a > </b> ]] ]]]></Data></Event>",
                "<Event><!-- a > <b> - -- - --></Event>",
                "<?xml a > <b> ? ?><Event></Event>",
                "<Event>\n<Data><![CDATA[a >\n<b>]]></Data>\n</Event>",
                "<Event><!DOCTYPE a></Event>",
                "<Event><!--></Event>--></Event>",
                "<Event><?></Event>?></Event>",
                "<Event><![CDATA[]]></Event>"
            })
    void seesNoTagsInSectionsAndComments(String event) throws IOException {
        assertThat(records(event + "\n{\"EventID\":1}\n"))
                .containsExactly(
                        (event.lines().count() + ":" + event), (event.lines().count() + 1) + ":{\"EventID\":1}");
    }

    @Test
    void leavesEachLineOfJsonAndEachEventOfOneLineAlone() throws IOException {
        assertThat(records("{\"a\":\"<b>\"}\n<Event><System/></Event>\nrubbish <Event>\n"))
                .containsExactly("1:{\"a\":\"<b>\"}", "2:<Event><System/></Event>", "3:rubbish <Event>");
    }

    @Test
    void losesNoEventToOneThatNeverEnds() throws IOException {
        assertThat(records("<Event>\n<System>\n<Event a='b'>\n</Event>\n"))
                .containsExactly("2:<Event>\n<System>", "4:<Event a='b'>\n</Event>");
    }

    @Test
    void saysThatAnEventIsTooLongAndReadsTheNext() throws IOException {
        var lines = lines("<Event>\n" + "<a/>\n".repeat(LONGEST) + "</Event>\n<Event/>\n");

        assertThat(lines).extracting(Line::isWhole).containsExactly(false, true);
        assertThat(lines.get(0).problem()).isEqualTo("at most 1000 bytes an event are read, found more");
    }

    @Test
    void joinsTheLinesBetweenBracketsThatStandAlone() throws IOException {
        assertThat(records("{\n  \"a\": \"}\",\n  \"b\": [\n  ]\n}\n[\n{\"c\":1},\n{\"c\":2}\n]\r\n{\"d\":1}\n"))
                .containsExactly(
                        "5:{\n  \"a\": \"}\",\n  \"b\": [\n  ]\n}\n",
                        "9:[\n{\"c\":1},\n{\"c\":2}\n]\r\n",
                        "10:{\"d\":1}");
    }

    @Test
    void saysWhereARecordOfSeveralLinesBegins() throws IOException {
        assertThat(lines("{}\n{\n}\n<Event>\n</Event>\n"))
                .extracting(Line::first)
                .containsExactly(1L, 2L, 4L);
    }

    @Test
    void losesNoEventToAnObjectThatNeverCloses() throws IOException {
        assertThat(records("{\n  \"a\": 1,\n{\n  \"b\": 2\n}\n"))
                .containsExactly("2:{\n  \"a\": 1,\n", "5:{\n  \"b\": 2\n}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "["})
    void losesNoEventToAStrayBracket(String bracket) throws IOException {
        assertThat(records(bracket + "\n{\"a\":1}\n{\"a\":2}\n"))
                .containsExactly("1:" + bracket, "2:{\"a\":1}", "3:{\"a\":2}");

        var long1 = "{\"a\":\"" + "x".repeat(LONGEST) + "\"}";
        assertThat(records(bracket + "\n" + long1 + "\n[\n]\n"))
                .containsExactly("1:" + bracket, "2:" + long1, "4:[\n]\n");
    }

    @Test
    void losesNoEventToABracketBeforeAnother() throws IOException {
        assertThat(records("{\n{\"a\":1}\n{\"a\":2}\n{\n{\"a\":3}\n}\n"))
                .containsExactly("1:{", "2:{\"a\":1}", "3:{\"a\":2}", "4:{", "5:{\"a\":3}", "6:}");
        assertThat(records("[\n{\"a\":1}\n{\"a\":2}\n]\n")).containsExactly("1:[", "2:{\"a\":1}", "3:{\"a\":2}", "4:]");
        assertThat(records("[\n{\n \"a\":1\n}\n{\n \"a\":2\n}\n"))
                .containsExactly("1:[", "4:{\n \"a\":1\n}\n", "7:{\n \"a\":2\n}\n");
    }

    @Test
    void seesTheBracketBehindAByteOrderMark() throws IOException {
        assertThat(records("\uFEFF{\n  \"a\": 1\n}\n{\n}\n")).containsExactly("3:\uFEFF{\n  \"a\": 1\n}\n", "5:{\n}\n");
    }

    @Test
    @Timeout(20)
    void looksAtNoLineTwiceForABracketThatIsNotThere() throws IOException {
        assertThat(lines("[\n".repeat(1_000_000))).hasSize(1_000_000);
    }

    private List<String> records(String text) throws IOException {
        return lines(text).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.number() + ":" + new String(line.bytes(), UTF_8))
                .toList();
    }

    private List<Line> lines(String text) throws IOException {
        var file = Files.writeString(folder.resolve("a.xml"), text);
        var found = new ArrayList<Line>();
        var path = new org.apache.flink.core.fs.Path(file.toUri());
        try (var lines = new RecordLines(LineReader.open(path, 100_000), LONGEST)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                found.add(line);
            }
        }
        return found;
    }
}
