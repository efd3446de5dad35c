package io.weir.job;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;

/** Paths that begin with {@code failing:} are on this machine's disk; while there is a file {@code away} beside one, it fails as clients of object stores do, unchecked, or as the JVM does where that has {@code error} in it. */
public final class FailingStore implements FileSystemFactory {

    static final String AWAY = "away";
    static final String ERROR = "error";

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    public FileSystem create(URI uri) {
        return new Disk();
    }

    private static final class Disk extends LocalFileSystem {

        @Override
        public FSDataInputStream open(Path file) throws IOException {
            var away = java.nio.file.Path.of(file.getParent().getPath(), AWAY);
            if (Files.exists(away)) {
                if (Files.readString(away).equals(ERROR)) {
                    throw new NoClassDefFoundError("a part of the client is not there");
                }
                throw new IllegalStateException("the store does not answer");
            }
            return super.open(file);
        }
    }
}
