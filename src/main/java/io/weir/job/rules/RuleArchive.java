package io.weir.job.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.event.Sha256;
import io.weir.parse.RuleFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Rule files in one file, as a ZIP. Names are what problems are told by; nothing is ever unpacked to them. */
final class RuleArchive {

    /** All files together; those of 10,000 rules take some 20 MB. */
    static final int LARGEST = 64 << 20;

    static final int MOST_FILES = 100_000;

    private RuleArchive() {}

    static void write(List<RuleFile> files, OutputStream out) throws IOException {
        if (files.size() > MOST_FILES
                || files.stream().mapToLong(file -> file.bytes().length).sum() > LARGEST) {
            throw tooLarge();
        }
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files) {
                zip.putNextEntry(new ZipEntry(file.name()));
                zip.write(file.bytes());
            }
        }
    }

    static List<RuleFile> read(InputStream in) throws IOException {
        try {
            return files(new ZipInputStream(in));
        } catch (IllegalArgumentException e) { // A name that is no text.
            throw new IOException("a version of the rules is damaged: " + e.getMessage(), e);
        }
    }

    private static List<RuleFile> files(ZipInputStream zip) throws IOException {
        var files = new ArrayList<RuleFile>();
        int left = LARGEST;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var bytes = zip.readNBytes(left + 1);
            left -= bytes.length;
            if (left < 0 || files.size() == MOST_FILES) {
                throw tooLarge();
            }
            files.add(new RuleFile(entry.getName(), bytes));
        }
        return files;
    }

    private static IOException tooLarge() {
        return new IOException(
                "a version of the rules has at most " + MOST_FILES + " files of " + (LARGEST >> 20) + " MiB together");
    }

    /** A hash of names and contents, which is how a version is known. */
    static long version(List<RuleFile> files) {
        var digest = Sha256.begin();
        for (var file : files) {
            add(file.name().getBytes(UTF_8), digest);
            add(file.bytes(), digest);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static void add(byte[] bytes, MessageDigest digest) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }
}
