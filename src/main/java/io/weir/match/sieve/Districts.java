package io.weir.match.sieve;

/**
 * The words of bits that variants are in, put together until no more than 64 are left, so that the bits of one number say which of them matter. What nobody asks
 * for any more is told by one look: of the literals of command lines four in five are for variants that the image has ruled out.
 */
final class Districts {

    /** All of them. */
    static final long ALL = -1;

    private final int words;

    /** The districts of so many words. */
    Districts(int words) {
        this.words = words;
    }

    /** The district of a word, as a bit. */
    long ofWord(int word) {
        return 1L << (words <= Long.SIZE ? word : word * Long.SIZE / words);
    }

    long ofVariant(int variant) {
        return ofWord(variant >> 6);
    }
}
