package io.weir.bench;

import io.weir.job.Submission;
import io.weir.job.Uid;
import io.weir.job.option.JobSettings;
import io.weir.job.source.InputFiles;
import io.weir.job.source.InputTopics;
import io.weir.job.source.RawLines;
import io.weir.job.source.TelemetrySource;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One of the jobs that are compared.
 *
 * @param name what the table calls it
 * @param rules what it is given as rules; a case that matches nothing leaves them unread
 * @param graph what it does
 */
record Case(String name, List<Path> rules, Graph graph) {

    Case {
        rules = List.copyOf(rules);
    }

    /** Builds a job. */
    interface Graph {
        void build(JobSettings settings, StreamExecutionEnvironment environment);
    }

    /** Reads lines and counts them: the floor. */
    static Case read(List<Path> rules) {
        return new Case("read and count", rules, (settings, environment) -> {
            var source = RawLines.of(files(settings.source()));
            Count.end(environment
                    .fromSource(source, WatermarkStrategy.noWatermarks(), "lines")
                    .uid(Uid.SOURCE));
        });
    }

    /** Decodes every event, and counts. */
    static Case decode(List<Path> rules) {
        return new Case(
                "decode only",
                rules,
                (settings, environment) -> Count.end(
                        settings.source().addTo(environment).uid(Uid.SOURCE).name(Uid.SOURCE)));
    }

    /** The whole job, from files to a folder of alerts. */
    static Case job(String name, List<Path> rules) {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Case(
                name,
                rules,
                (settings, environment) -> Submission.of(settings, silent).build(environment));
    }

    private static InputFiles files(TelemetrySource source) {
        return source.match(new TelemetrySource.Cases<>() {
            @Override
            public InputFiles topics(InputTopics topics) {
                throw new IllegalArgumentException("a benchmark reads files");
            }

            @Override
            public InputFiles files(InputFiles files) {
                return files;
            }
        });
    }
}
