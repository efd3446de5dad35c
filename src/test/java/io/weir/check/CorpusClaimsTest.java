package io.weir.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.Corpus;
import io.weir.parse.RuleParser;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is claimed of real rules, held against what they are known to match. */
class CorpusClaimsTest {

    private static Claims claims;

    @BeforeAll
    static void check() throws IOException {
        claims = Claims.of(Claims.check(RuleParser.read(List.of(
                Corpus.file("sigma/rules"),
                Corpus.file("sigma/rules-emerging-threats"),
                Corpus.file("sigma/rules-threat-hunting")))));
    }

    @Test
    void thereAreClaims() {
        assertThat(claims.covered()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"streams/evtx_visible.expected.jsonl", "streams/otrf_visible.expected.jsonl"})
    void noMatchProvesAClaimWrong(String expected) throws IOException {
        for (var line : Corpus.jsonLines(expected)) {
            var ids = ids(line);
            assertThat(claims.covered()).allMatch(claim -> !ids.contains(claim.narrow()) || ids.contains(claim.wide()));
            assertThat(ids).noneMatch(claims.dead()::contains);
        }
    }

    private static Set<String> ids(JsonNode line) {
        var ids = new HashSet<String>();
        line.get("rules").forEach(rule -> ids.add(rule.asText()));
        return ids;
    }
}
