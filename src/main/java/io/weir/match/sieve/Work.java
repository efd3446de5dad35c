package io.weir.match.sieve;

/** What sieves have done: work counted, which is the same on every machine. For one thread. */
public final class Work {

    private long bytesRead;
    private long bytesSkimmed;
    private long compared;
    private long tests;
    private long bytesTested;
    private long looks;

    void read(int bytes) {
        bytesRead += bytes;
    }

    void compare(int times) {
        compared += times;
    }

    void skim(int bytes) {
        bytesSkimmed += bytes;
    }

    void test(int length) {
        tests++;
        bytesTested += length;
    }

    void look() {
        looks++;
    }

    /** Literals that were compared with a place of a value, and bytes that were looked up in trees of literals. */
    public long compared() {
        return compared;
    }

    /** Bytes of values that were searched for literals. */
    public long bytesRead() {
        return bytesRead;
    }

    /** Bytes of records that were skimmed for keywords. */
    public long bytesSkimmed() {
        return bytesSkimmed;
    }

    /** Tests that literals do not decide. */
    public long tests() {
        return tests;
    }

    /** Characters of the values that those tests were made of. */
    public long bytesTested() {
        return bytesTested;
    }

    /** How often it was looked at what a variant needs of a field. */
    public long looks() {
        return looks;
    }
}
