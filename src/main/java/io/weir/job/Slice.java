package io.weir.job;

/** A part of an array of bytes: of a record, what one value was written as. */
final class Slice {

    private final byte[] bytes;
    private final int from;
    private final int length;

    Slice(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }
}
