package io.weir.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import io.weir.rule.Problem;
import io.weir.rule.SigmaRule;
import java.util.List;
import java.util.stream.Collectors;

/** Rules and events as tests write them. */
final class Rules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Rules() {}

    /** Rules in YAML, of which the parser takes all. */
    static List<SigmaRule> parse(String yaml) {
        var parsed = RuleParser.parse(List.of(new RuleFile("rules.yml", yaml.getBytes(UTF_8))));
        assertThat(parsed.problems()).isEmpty();
        return parsed.rules();
    }

    static RuleSet compile(String yaml) {
        return RuleSet.compile(parse(yaml));
    }

    /** The rules for a job of that many stages. */
    static RuleSet resolve(String yaml, int stages) {
        return RuleSet.compile(parse(yaml), List.of(), stages);
    }

    /** All letters to the authors, as a terminal shows them; without the lines of the files. */
    static String letters(RuleSet rules) {
        return rules.problems().stream().map(Problem::render).collect(Collectors.joining());
    }

    /** A rule of that log source and that detection, each in one line of YAML. */
    static String rule(String id, String logSource, String detection) {
        return "---\ntitle: Rule %s\nid: %s\nlogsource: %s\ndetection: %s\n".formatted(id, id, logSource, detection);
    }

    /** An event with fields in JSON. */
    static TestEvent event(String channel, int eventId, String fields) {
        try {
            return TestEvent.of(channel, eventId, JSON.readTree(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static TestEvent sysmon(int eventId, String fields) {
        return event(TestEvent.SYSMON, eventId, fields);
    }
}
