package io.weir.job;

import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule files as they travel to a cluster: names and bytes, compiled again where they run. Every operator thus has the same rules without a
 * serializer for what is compiled.
 */
public final class RuleSetSource implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String[] names;
    private final byte[][] contents;
    private final int stages;

    private RuleSetSource(String[] names, byte[][] contents, int stages) {
        this.names = names;
        this.contents = contents;
        this.stages = stages;
    }

    /** The files, ready to travel, for a job of as many stages of correlations as there are by default. */
    public static RuleSetSource of(List<RuleFile> files) {
        return of(files, RuleSet.DEFAULT_STAGES);
    }

    /** The files, ready to travel, for a job of that many stages of correlations. */
    public static RuleSetSource of(List<RuleFile> files, int stages) {
        return new RuleSetSource(
                files.stream().map(RuleFile::name).toArray(String[]::new),
                files.stream().map(RuleFile::bytes).toArray(byte[][]::new),
                stages);
    }

    /** How many stages of correlations the job has. */
    int stages() {
        return stages;
    }

    /** The files as they were read. */
    public List<RuleFile> files() {
        var files = new ArrayList<RuleFile>();
        for (int i = 0; i < names.length; i++) {
            files.add(new RuleFile(names[i], contents[i]));
        }
        return files;
    }

    /** The rules in force; the refused ones have been reported where the job was submitted. */
    RuleSet compile() {
        return RuleSet.compile(RuleParser.parse(files()).rules(), stages);
    }
}
