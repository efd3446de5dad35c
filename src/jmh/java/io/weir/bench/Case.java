package io.weir.bench;

import io.weir.check.LoadedRules;
import io.weir.job.MatchOnly;
import io.weir.job.Submission;
import io.weir.job.Uid;
import io.weir.job.option.JobSettings;
import io.weir.job.source.InputFiles;
import io.weir.job.source.InputTopics;
import io.weir.job.source.RawLines;
import io.weir.job.source.RawRecords;
import io.weir.job.source.Telemetry;
import io.weir.job.source.TelemetrySource;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One of the jobs that are compared.
 *
 * @param name what the table calls it
 * @param rules what it is given as rules; a case that matches nothing leaves them unread
 * @param parallelism of all its operators
 * @param graph what it does
 */
record Case(String name, List<Path> rules, int parallelism, Graph graph) {

    Case {
        rules = List.copyOf(rules);
    }

    /** Builds a job. */
    interface Graph {
        void build(JobSettings settings, StreamExecutionEnvironment environment);
    }

    /** Reads records and counts them: the floor. */
    static Case read(List<Path> rules) {
        return new Case(
                "read and count",
                rules,
                1,
                (settings, environment) -> Count.end(
                        environment
                                .fromSource(
                                        settings.source().match(new Raw()), WatermarkStrategy.noWatermarks(), "records")
                                .uid(Uid.SOURCE),
                        settings));
    }

    /** Decodes every event, and counts. */
    static Case decode(List<Path> rules) {
        return new Case(
                "decode only",
                rules,
                1,
                (settings, environment) -> Count.end(telemetry(settings, environment), settings));
    }

    /** Decodes and matches every event. */
    static Case match(String name, List<Path> paths, LoadedRules rules) {
        return new Case(
                name, paths, 1, (settings, environment) -> MatchOnly.end(telemetry(settings, environment), rules));
    }

    /** The whole job, from telemetry to alerts. */
    static Case job(String name, List<Path> rules) {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Case(
                name,
                rules,
                1,
                (settings, environment) -> Submission.of(settings, silent).build(environment));
    }

    /** The same in so many subtasks. */
    Case in(int subtasks) {
        return new Case(name + ", parallelism " + subtasks, rules, subtasks, graph);
    }

    private static SingleOutputStreamOperator<Telemetry> telemetry(
            JobSettings settings, StreamExecutionEnvironment environment) {
        return settings.source().addTo(environment).uid(Uid.SOURCE).name(Uid.SOURCE);
    }

    /** The same records, and nothing done with them. */
    private record Raw() implements TelemetrySource.Cases<Source<byte[], ?, ?>> {

        @Override
        public Source<byte[], ?, ?> topics(InputTopics topics) {
            return RawRecords.of(topics);
        }

        @Override
        public Source<byte[], ?, ?> files(InputFiles files) {
            return RawLines.of(files);
        }
    }
}
