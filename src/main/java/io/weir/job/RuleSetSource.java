package io.weir.job;

import io.weir.check.LoadedPipelines;
import io.weir.check.LoadedRules;
import io.weir.job.rules.RuleStore;
import io.weir.job.rules.Ruled;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule files and pipelines as they travel to a cluster: names and bytes, compiled again where they run, once in each process. Every operator thus has the
 * same rules without a serializer for what is compiled. Later versions, if there may be any, are in a store.
 */
public final class RuleSetSource implements Serializable {

    private static final long serialVersionUID = 5L;

    private static final Logger LOG = LoggerFactory.getLogger(RuleSetSource.class);
    private static final int LETTERS = 20;

    /** The same wherever it travels. */
    private final String id = UUID.randomUUID().toString();

    private final SentFiles rules;
    private final long shipped;
    private final SentFiles pipelines;
    private final int stages;
    private final @Nullable RuleStore store;
    private final boolean strict;

    private RuleSetSource(
            SentFiles rules, long shipped, SentFiles pipelines, int stages, @Nullable RuleStore store, boolean strict) {
        this.rules = rules;
        this.shipped = shipped;
        this.pipelines = pipelines;
        this.stages = stages;
        this.store = store;
        this.strict = strict;
    }

    /** The files, ready to travel, for a job of that many stages of correlations. */
    public static RuleSetSource of(List<RuleFile> rules, List<RuleFile> pipelines, int stages) {
        return new RuleSetSource(
                SentFiles.of(rules), RuleStore.version(rules), SentFiles.of(pipelines), stages, null, false);
    }

    /**
     * The same, and later versions in that store.
     *
     * @param strict whether a version of which a rule is refused is refused as a whole
     */
    public RuleSetSource followedBy(RuleStore later, boolean strict) {
        return new RuleSetSource(rules, shipped, pipelines, stages, later, strict);
    }

    /** Where later versions are, if there may be any. */
    Optional<RuleStore> store() {
        return Optional.ofNullable(store);
    }

    /** How many stages of correlations the job has. */
    int stages() {
        return stages;
    }

    /** The rule files as they were read. */
    public List<RuleFile> files() {
        return rules.files();
    }

    /** What people call that version: those that came with the job have the name that they would have, were they published. */
    String name(long version) {
        return RuleStore.name(version == Ruled.SHIPPED ? shipped : version);
    }

    /** The rules that came with the job; the refused ones have been reported where it was submitted. */
    RuleSet compile() {
        return compile(Ruled.SHIPPED);
    }

    /**
     * The rules of that version.
     *
     * @throws UncheckedIOException where they can't be read
     * @throws UserError where the version is refused as a whole
     */
    RuleSet compile(long version) {
        return SharedRules.of(
                id + version,
                () -> version == Ruled.SHIPPED ? loaded(rules.files()).rules() : stored(version));
    }

    /**
     * With which version an operator goes on that takes over what others had. A subtask to which nothing comes remembers that of its last element for ever: so it is the
     * one that was published last, or where none is there any more the one that is to be in force, which the next element would have brought.
     *
     * @param had the versions that subtasks had
     * @throws UncheckedIOException where the store can't be read
     */
    long goOnWith(List<Long> had) {
        var published = had.stream()
                .filter(version -> version != Ruled.SHIPPED)
                .distinct()
                .toList();
        if (store == null || published.isEmpty()) {
            return Ruled.SHIPPED;
        }
        try {
            var latest = store.latest(published);
            return latest.isPresent()
                    ? latest.getAsLong()
                    : usable(store.current().orElse(Ruled.SHIPPED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long usable(long version) {
        try {
            compile(version);
            return version;
        } catch (UserError | UncheckedIOException e) {
            LOG.warn("the rules that came with the job stand in for those that are to be in force", e);
            return Ruled.SHIPPED;
        }
    }

    private RuleSet stored(long version) {
        if (store == null) {
            throw new UserError("the rules " + name(version)
                    + " were in force, which came from a store of rules: name it, --rules-store");
        }
        try {
            var loaded = loaded(store.read(version));
            LOG.info("rules {}: {}\n{}", name(version), loaded.summary(), loaded.letters(LETTERS));
            if (loaded.inForce() == 0 || (strict && loaded.refused() > 0)) {
                throw new UserError("the rules " + name(version) + " are refused: " + loaded.summary()
                        + loaded.letters(1)
                                .lines()
                                .findFirst()
                                .map(first -> "; first " + first)
                                .orElse(""));
            }
            return loaded.rules();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoadedRules loaded(List<RuleFile> files) {
        return LoadedRules.of(files, LoadedPipelines.of(pipelines.files()), stages);
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
