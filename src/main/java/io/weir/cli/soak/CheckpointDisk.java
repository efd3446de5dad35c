package io.weir.cli.soak;

import io.weir.cli.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A small file system of its own for checkpoints, so that it can be filled without harm. It takes root to mount one; without it, none of the
 * faults is a full disk.
 *
 * @param folder where it is mounted
 * @param isSmall whether it could be
 */
record CheckpointDisk(Path folder, boolean isSmall) implements AutoCloseable {

    private static final String SIZE = "192m";
    private static final int BLOCK = 1 << 20;
    private static final int PATIENCE_SECONDS = 10;

    static CheckpointDisk mount(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandError(folder + " can't be made: " + e.getMessage(), e);
        }
        return new CheckpointDisk(folder, ran("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "none", folder.toString()));
    }

    private static boolean ran(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /** Leaves no room at all. */
    void fill() {
        var block = new byte[BLOCK];
        try (var out = Files.newOutputStream(ballast())) {
            for (long written = 0; written <= Long.MAX_VALUE - BLOCK; written += BLOCK) {
                out.write(block);
            }
        } catch (IOException e) {
            return; // Full: that is what it is for.
        }
    }

    void empty() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new CommandError(ballast() + " can't be removed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (isSmall) {
            ran("umount", "-l", folder.toString());
        }
    }
}
