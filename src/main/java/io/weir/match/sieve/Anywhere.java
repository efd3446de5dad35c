package io.weir.match.sieve;

/** Finds some literals that may stand anywhere in a value. Immutable. */
sealed interface Anywhere permits Grams, ShortLiterals {

    /** Tells of the literals that are in the text, perhaps of some more than once; returns with how many places of it literals were compared one by one. */
    int find(FoldedText text, Tails.Found found);

    /** The most that {@link #find} returns, in all, for so many bytes in so many texts, whatever they are. */
    long mostCompared(int bytes, int texts);

    /** The same of literals of which each, by its number, is asked for by variants of those districts alone. */
    Anywhere askedIn(long[] districts);
}
