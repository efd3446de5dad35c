package io.weir.parse;

import io.weir.rule.DetectionRule;
import io.weir.rule.SigmaRule;

/** Is told what could be read, each with the document that it was read from, in the order of the files. */
public interface RuleReader {

    /** Nobody asks. */
    RuleReader NONE = new RuleReader() {
        @Override
        public void rule(SigmaRule rule, Yaml.Mapping document) {}

        @Override
        public void filter(DetectionRule filter, Yaml.Mapping document) {}
    };

    /** A rule as it is written, without the filters that are for it. */
    void rule(SigmaRule rule, Yaml.Mapping document);

    /** A filter, as the rule that would look for what it looks for. */
    void filter(DetectionRule filter, Yaml.Mapping document);
}
