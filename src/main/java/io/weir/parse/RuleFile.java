package io.weir.parse;

/**
 * A rule file, or that of a pipeline, as it was read: what travels to a cluster, where it is parsed again.
 *
 * @param name the file's name as the user wrote it, which positions carry
 * @param bytes its content; not to be changed
 * @param trouble why it could not be read, or empty; then there are no bytes
 */
public record RuleFile(String name, byte[] bytes, String trouble) {

    /** A file that could be read. */
    public RuleFile(String name, byte[] bytes) {
        this(name, bytes, "");
    }

    /** A file that is there and can't be read. */
    static RuleFile unreadable(String name, String trouble) {
        return new RuleFile(name, new byte[0], trouble);
    }
}
