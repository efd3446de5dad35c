package io.weir.job;

import io.weir.check.LoadedPipelines;
import io.weir.check.LoadedRules;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The rule files and pipelines as they travel to a cluster: names and bytes, compiled again where they run, once in each process. Every operator thus has the
 * same rules without a serializer for what is compiled.
 */
public final class RuleSetSource implements Serializable {

    private static final long serialVersionUID = 3L;

    /** The same wherever it travels. */
    private final String id = UUID.randomUUID().toString();

    private final SentFiles rules;
    private final SentFiles pipelines;
    private final int stages;

    private RuleSetSource(SentFiles rules, SentFiles pipelines, int stages) {
        this.rules = rules;
        this.pipelines = pipelines;
        this.stages = stages;
    }

    /** The files, ready to travel, for a job of that many stages of correlations. */
    public static RuleSetSource of(List<RuleFile> rules, List<RuleFile> pipelines, int stages) {
        return new RuleSetSource(SentFiles.of(rules), SentFiles.of(pipelines), stages);
    }

    /** How many stages of correlations the job has. */
    int stages() {
        return stages;
    }

    /** The rule files as they were read. */
    public List<RuleFile> files() {
        return rules.files();
    }

    /** The rules in force; the refused ones have been reported where the job was submitted. */
    RuleSet compile() {
        return SharedRules.of(
                id,
                () -> LoadedRules.of(rules.files(), LoadedPipelines.of(pipelines.files()), stages)
                        .rules());
    }

    /** Files as names and bytes. */
    private static final class SentFiles implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String[] names;
        private final byte[][] contents;

        private SentFiles(String[] names, byte[][] contents) {
            this.names = names;
            this.contents = contents;
        }

        static SentFiles of(List<RuleFile> files) {
            return new SentFiles(
                    files.stream().map(RuleFile::name).toArray(String[]::new),
                    files.stream().map(RuleFile::bytes).toArray(byte[][]::new));
        }

        List<RuleFile> files() {
            var files = new ArrayList<RuleFile>();
            for (int i = 0; i < names.length; i++) {
                files.add(new RuleFile(names[i], contents[i]));
            }
            return files;
        }
    }
}
