package io.weir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import java.io.IOException;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class RuleSetSourceTest {

    private static final RuleFile RULE = file("r.yml", """
            title: R
            id: r1
            logsource: {product: windows, category: process_creation}
            detection: {s: {User|expand: '%admins%'}, condition: s}
            """);

    private static final RuleFile PIPELINE =
            file("p.yml", "vars: {admins: [a, b]}\ntransformations: [{type: value_placeholders}]\n");

    private static RuleFile file(String name, String text) {
        return new RuleFile(name, text.getBytes(UTF_8));
    }

    @Test
    void pipelinesTravelWithTheRules() throws IOException, ClassNotFoundException {
        var source = RuleSetSource.of(List.of(RULE), List.of(PIPELINE), RuleSet.DEFAULT_STAGES);

        var arrived = InstantiationUtil.clone(source);

        var here = source.compile().detections();
        var there = arrived.compile().detections();
        assertThat(there).hasSize(1).isEqualTo(here);
        assertThat(there.get(0).header().hash()).isEqualTo(here.get(0).header().hash());
        assertThat(RuleSetSource.of(List.of(RULE), List.of(), RuleSet.DEFAULT_STAGES)
                        .compile()
                        .detections())
                .isEmpty();
    }

    @Test
    void operatorsOfOneJobHaveOneRuleSetAndThoseOfAnotherJobHaveTheirOwn() throws IOException, ClassNotFoundException {
        var source = RuleSetSource.of(List.of(RULE), List.of(PIPELINE), RuleSet.DEFAULT_STAGES);
        var rules = source.compile();

        assertThat(InstantiationUtil.clone(source).compile()).isSameAs(rules);
        assertThat(RuleSetSource.of(List.of(RULE), List.of(PIPELINE), RuleSet.DEFAULT_STAGES)
                        .compile())
                .isNotSameAs(rules);
    }
}
