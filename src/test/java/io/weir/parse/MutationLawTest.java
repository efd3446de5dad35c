package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Whatever becomes of a rule file, the parser answers with rules or with problems, and the same each time. */
class MutationLawTest {

    private static final List<byte[]> RULES = List.of(bytes("""
                    title: Certutil Download
                    id: 19b08b1c-861d-4e75-a1ef-ea0c1baf202b
                    status: test
                    description: |
                        Downloads with certutil — seen often.
                    tags: [attack.t1105]
                    logsource:
                        category: process_creation
                        product: windows
                    detection:
                        selection_img:
                            - Image|endswith: '\\certutil.exe'
                            - OriginalFileName: "CertUtil.exe"
                        selection_cli:
                            CommandLine|contains|windash|all:
                                - ' -urlcache '
                                - 'http'
                        filter_null:
                            ParentImage: null
                            Port|gte: 1_024
                        condition: all of selection_* and not 1 of filter_*
                    level: high
                    """), bytes("""
                    title: First
                    name: first
                    logsource: &log {product: windows, service: security}
                    detection:
                        keywords: [one, 'two *', 3]
                        ips:
                            Ip|cidr: &nets [10.0.0.0/8, 'fe80::/10']
                            Other|cidr: *nets
                            Text|re|i: '^(a|b)+$'
                        condition: [keywords or ips, 'not (keywords)']
                    ---
                    title: Then
                    correlation:
                        type: temporal_ordered
                        rules: [first, certutil]
                        group-by: User
                        timespan: 15m
                        link: process-tree
                        generate: true
                    """));

    @ParameterizedTest(name = "seed {0}")
    @ArgumentsSource(Seeds.class)
    void aDamagedFileGivesRulesOrProblems(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            var file = new RuleFile("t.yml", damaged(random));
            var parsed = RuleParser.parse(List.of(file));
            assertThat(parsed.rules().size() + parsed.problems().size()).isPositive();
            assertThat(parsed.problems()).allSatisfy(MutationLawTest::isWellFormed);
            assertThat(RuleParser.parse(List.of(file))).isEqualTo(parsed);
        }
    }

    private static void isWellFormed(Problem problem) {
        assertThat(problem.found()).isNotBlank();
        assertThat(problem.render()).endsWith("\n").doesNotContain("\r", "\u001b");
    }

    private static byte[] damaged(Random random) {
        var bytes = RULES.get(random.nextInt(RULES.size())).clone();
        for (int blow = random.nextInt(8); blow >= 0; blow--) {
            bytes = blow(bytes, random);
        }
        return bytes;
    }

    private static byte[] blow(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + random.nextInt(40));
        return switch (random.nextInt(4)) {
            case 0 -> joined(bytes, 0, at, new byte[] {(byte) random.nextInt(256)}, Math.min(bytes.length, at + 1));
            case 1 -> joined(bytes, 0, at, new byte[0], end);
            case 2 -> joined(bytes, 0, at, piece(random), at);
            default -> joined(bytes, 0, at, syntax(random), at);
        };
    }

    private static byte[] piece(Random random) {
        var from = RULES.get(random.nextInt(RULES.size()));
        int start = random.nextInt(from.length);
        return joined(from, start, Math.min(from.length, start + random.nextInt(80)), new byte[0], from.length);
    }

    private static byte[] syntax(Random random) {
        var marks = List.of(
                "'", "\"", ": ", "- ", "\n", "\n---\n", "[", "]", "{", "}", "|", "&a ", "*a", "!!x ", "? ", "#", "\t",
                "<<: ", "\\", "%");
        return bytes(marks.get(random.nextInt(marks.size())));
    }

    private static byte[] joined(byte[] bytes, int start, int end, byte[] middle, int rest) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, start, end - start);
        out.writeBytes(middle);
        out.write(bytes, rest, bytes.length - rest);
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
