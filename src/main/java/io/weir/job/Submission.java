package io.weir.job;

import io.weir.check.LoadedPipelines;
import io.weir.check.LoadedRules;
import io.weir.correlate.Horizons;
import io.weir.job.option.JobSettings;
import io.weir.job.preflight.Preflight;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job about to start: looks that what it needs is there, reads the rules, tells of those that are refused, and builds the job. */
public final class Submission {

    private static final int LETTERS = 20;

    private final JobSettings settings;
    private final LoadedRules rules;

    private Submission(JobSettings settings, LoadedRules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    /**
     * Looks at everything that can be wrong before a job starts.
     *
     * @param report where refused rules are told
     * @throws UserError where something is wrong that whoever submits the job can put right
     */
    public static Submission of(JobSettings settings, PrintStream report) {
        var rules = load(settings, report);
        requireRules(settings, rules, report);
        Preflight.check(settings);
        return new Submission(settings, rules);
    }

    /**
     * Looks at what can be wrong with the rules alone, for a job whose broker is not there yet.
     *
     * @param report where refused rules are told
     * @throws UserError where something is wrong that whoever starts the job can put right
     */
    public static void requireRules(JobSettings settings, PrintStream report) {
        requireRules(settings, load(settings, report), report);
    }

    private static void requireRules(JobSettings settings, LoadedRules rules, PrintStream report) {
        report.print(rules.letters(LETTERS));
        report.println("weir: " + rules.summary());
        if (rules.inForce() == 0) {
            throw new UserError("--rules: no rule is in force");
        }
        if (settings.strict() && rules.refused() > 0) {
            throw new UserError("--strict: no rule may be refused");
        }
    }

    private static LoadedRules load(JobSettings settings, PrintStream report) {
        var pipelines = pipelines(settings);
        report.print(pipelines.letters());
        pipelines.refusal().ifPresent(refusal -> {
            throw new UserError("--pipeline: " + refusal);
        });
        try {
            return LoadedRules.read(
                    settings.rules(), pipelines, settings.correlation().stages());
        } catch (IOException e) {
            throw new UserError("--rules: " + e.getMessage(), e);
        }
    }

    private static LoadedPipelines pipelines(JobSettings settings) {
        try {
            return LoadedPipelines.read(settings.pipelines());
        } catch (IOException e) {
            throw new UserError("--pipeline: " + e.getMessage(), e);
        }
    }

    /** Builds the job in the environment. */
    public void build(StreamExecutionEnvironment environment) {
        var telemetry = settings.source().addTo(environment).uid(Uid.SOURCE).name(Uid.SOURCE);
        var horizons = new Horizons(
                settings.time().lateness(),
                settings.time().lineageHorizon(),
                settings.correlation().emission(),
                settings.correlation().bounds());
        var source = RuleSetSource.of(
                rules.files(), rules.pipelines().files(), settings.correlation().stages());
        var followed = settings.ruleStore()
                .map(store -> source.followedBy(store, settings.strict()))
                .orElse(source);
        new DetectionJob(followed, horizons, settings.correlation().incidents())
                .build(
                        telemetry,
                        settings.alerts(),
                        settings.incidents(),
                        settings.lateEvents(),
                        settings.deadLetters());
    }
}
