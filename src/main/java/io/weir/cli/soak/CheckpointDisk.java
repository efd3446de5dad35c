package io.weir.cli.soak;

import io.weir.cli.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A small file system of its own for checkpoints, so that it can be filled without harm. It takes root to mount one; without it, none of the
 * faults is a full disk.
 *
 * @param folder where it is mounted
 * @param isSmall whether it could be
 */
record CheckpointDisk(Path folder, boolean isSmall) implements AutoCloseable {

    private static final int LEAST_MEGABYTES = 192;

    /** Flink leaves behind what a task manager was writing when it was killed. */
    private static final int MEGABYTES_A_FAULT = 8;

    private static final int BLOCK = 1 << 20;
    private static final int PATIENCE_SECONDS = 10;

    /** Mounts one with room for what so many faults leave behind. */
    static CheckpointDisk mount(Path folder, int faults) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandError(folder + " can't be made: " + e.getMessage(), e);
        }
        var size = "size=" + (LEAST_MEGABYTES + (long) MEGABYTES_A_FAULT * faults) + "m";
        return new CheckpointDisk(folder, ran("mount", "-t", "tmpfs", "-o", size, "none", folder.toString()));
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

    /** How many bytes checkpoints take up, or none where the disk is not a small one of its own, is full of ballast, or can't be asked. */
    OptionalLong used() {
        if (!isSmall || Files.exists(ballast())) {
            return OptionalLong.empty();
        }
        try {
            var store = Files.getFileStore(folder);
            return OptionalLong.of(store.getTotalSpace() - store.getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        if (isSmall) {
            ran("umount", "-l", folder.toString());
        }
    }
}
