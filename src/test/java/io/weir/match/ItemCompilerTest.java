package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.DetectionItem;
import io.weir.rule.Level;
import io.weir.rule.Modifier;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.RuleHeader;
import io.weir.rule.SigmaValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model may come from elsewhere than the parser: what no comparison can take is a problem, never an exception and never a match. */
class ItemCompilerTest {

    private static final Position HERE = Position.startOf("rule.yml");

    private final RuleProblems problems = new RuleProblems(new RuleHeader(
            "id", "", "Title", "", "", "", Level.LOW, List.of(), List.of(), List.of(), List.of(), Map.of(), "", HERE));

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "exists; maybe; 'exists' can't take 'maybe'",
                "fieldref; a*; 'fieldref' can't take 'a*'",
                "cidr; ten; 'cidr' can't take 'ten'",
                "gt; many; not a number: 'many'",
                "hour; noon; not a number: 'noon'",
                "base64; a*; 'base64' can't encode the wildcards of 'a*'",
                "wide|base64offset; a?; 'base64offset' can't encode the wildcards of 'a?'",
                "contains|base64; a; 'base64' can't encode the wildcards of 'a'",
            })
    void refusesValuesThatAModifierCanNotTake(String modifiers, String value, String found) {
        var matcher = compile(modifiers, new SigmaValue.Text(value, HERE));
        assertThat(problems.list()).extracting(Problem::found).containsExactly(found);
        assertThat(matcher.matches(new EventFields(Rules.sysmon(1, "{\"A\":\"x\"}"))))
                .isFalse();
    }

    @Test
    void refusesNullWhereTextIsNeeded() {
        compile("contains", new SigmaValue.Null(HERE));
        assertThat(problems.list()).extracting(Problem::found).containsExactly("null is no text");
    }

    @Test
    void takesNullAndOtherValuesInOneList() {
        var matcher = compile("", new SigmaValue.Null(HERE), new SigmaValue.Text("", HERE));
        assertThat(matcher.matches(new EventFields(Rules.sysmon(1, "{\"A\":\"\"}"))))
                .isTrue();
        assertThat(matcher.matches(new EventFields(Rules.sysmon(1, "{}")))).isTrue();
        assertThat(matcher.matches(new EventFields(Rules.sysmon(1, "{\"A\":\"x\"}"))))
                .isFalse();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    @Timeout(20)
    void refusesExpressionsThatAreLargeOnlyOnceTheyAreWrittenOut() {
        compile("re", new SigmaValue.Text("(((a{1,100}){1,100}){1,100}){1,100}", HERE));
        compile("re", new SigmaValue.Text("(a{1,1000}){1,1000}", HERE));
        compile("re", new SigmaValue.Text("(".repeat(4_000) + "a" + ")".repeat(4_000), HERE));
        assertThat(problems.list())
                .extracting(Problem::found)
                .containsExactly(
                        "regular expression of more than 20000 steps",
                        "regular expression of more than 20000 steps",
                        "regular expression with groups 4000 deep");
    }

    private Matcher compile(String modifiers, SigmaValue... values) {
        var chain = Arrays.stream(modifiers.split("\\|"))
                .filter(label -> !label.isEmpty())
                .map(label -> Modifier.of(label).orElseThrow())
                .toList();
        return new ItemCompiler("s", new DetectionItem("A", chain, List.of(values), HERE), problems).compile();
    }
}
