package io.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionsTest {

    private static final String JOB = "5f0c";

    @TempDir
    Path temporary;

    @Test
    void aJobIsKeptWithTheFolderThatItsPathsStartFrom() throws IOException {
        var submissions = submissions();
        var from = temporary.resolve("somewhere else");

        submissions.keep(JOB, new Submissions.Kept(jar(), List.of("--rules", "rules"), from));

        var kept = submissions.of(JOB).orElseThrow();
        assertThat(kept.arguments()).containsExactly("--rules", "rules");
        assertThat(kept.from()).isEqualTo(from);
        assertThat(kept.isFromHere()).isFalse();
        assertThat(kept.jar()).isNotEqualTo(jar()).exists();
    }

    @Test
    void whatAnEarlierBuildKeptStartsHere() throws IOException {
        var submissions = submissions();
        submissions.keep(JOB, Submissions.Kept.here(jar(), List.of()));
        Files.delete(temporary.resolve("cluster/jobs/" + JOB + ".folder"));

        assertThat(submissions.of(JOB).orElseThrow().isFromHere()).isTrue();
    }

    private Submissions submissions() {
        var folder = new ClusterFolder(temporary.resolve("cluster"));
        folder.make();
        return new Submissions(folder);
    }

    private Path jar() throws IOException {
        return Files.writeString(temporary.resolve("job.jar"), "");
    }
}
