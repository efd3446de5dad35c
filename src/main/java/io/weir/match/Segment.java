package io.weir.match;

/** The part of a wildcard pattern between two {@code *}: it takes up a fixed number of characters. */
interface Segment {

    /** Where the segment ends if it begins at {@code from}, or -1 where it does not fit there. */
    int endAt(String text, int from);

    /** The first place at or after {@code from} where the segment fits, or -1. */
    int find(String text, int from);

    /** Where the segment would have to begin to end with the text, or -1 where the text is too short. */
    int startAtEnd(String text);

    /** The segment of those tokens, of which none is {@link PatternText#ANY_RUN}. */
    static Segment of(int[] tokens) {
        for (int token : tokens) {
            if (token < 0) {
                return new MixedSegment(tokens);
            }
        }
        return new LiteralSegment(new String(tokens, 0, tokens.length));
    }

    /** Characters that are all known. */
    record LiteralSegment(String literal) implements Segment {
        @Override
        public int endAt(String text, int from) {
            return text.startsWith(literal, from) ? from + literal.length() : -1;
        }

        @Override
        public int find(String text, int from) {
            return text.indexOf(literal, from);
        }

        @Override
        public int startAtEnd(String text) {
            return text.length() - literal.length();
        }
    }

    /** Characters of which some may vary. A character is a code point. */
    record MixedSegment(int[] tokens) implements Segment {
        @Override
        public int endAt(String text, int from) {
            int at = from;
            for (int token : tokens) {
                if (at >= text.length() || !fits(token, text.codePointAt(at))) {
                    return -1;
                }
                at += Character.charCount(text.codePointAt(at));
            }
            return at;
        }

        private static boolean fits(int token, int point) {
            return switch (token) {
                case PatternText.ANY_ONE -> true;
                case PatternText.ANY_DASH -> PatternText.isDash(point);
                default -> token == point;
            };
        }

        @Override
        public int find(String text, int from) {
            for (int at = from; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
                if (endAt(text, at) >= 0) {
                    return at;
                }
            }
            return -1;
        }

        @Override
        public int startAtEnd(String text) {
            int at = text.length();
            for (int left = tokens.length; left > 0; left--) {
                if (at <= 0) {
                    return -1;
                }
                at -= Character.charCount(text.codePointBefore(at));
            }
            return at;
        }
    }
}
