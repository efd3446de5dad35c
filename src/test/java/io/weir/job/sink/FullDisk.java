package io.weir.job.sink;

import java.io.IOException;
import java.net.URI;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.apache.flink.core.fs.local.LocalRecoverableWriter;

/** Paths that begin with {@code full:} are on this machine's disk, which gets full when a job has begun to write there. */
public final class FullDisk implements FileSystemFactory {

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public FileSystem create(URI uri) {
        return new Disk();
    }

    private static final class Disk extends LocalFileSystem {

        @Override
        public LocalRecoverableWriter createRecoverableWriter() {
            return new LocalRecoverableWriter(this) {
                @Override
                public RecoverableFsDataOutputStream open(Path file) throws IOException {
                    throw new IOException("No space left on device");
                }
            };
        }
    }
}
