package io.weir.job.source;

/** How many brackets of JSON text are still open. */
final class JsonDepth {

    private int open;
    private boolean inText;
    private boolean escaped;

    /** Reads on. */
    void read(byte[] text) {
        for (byte unit : text) {
            if (inText) {
                readText(unit);
            } else {
                readStructure(unit);
            }
        }
    }

    private void readText(byte unit) {
        if (escaped) {
            escaped = false;
        } else if (unit == '\\') {
            escaped = true;
        } else if (unit == '"') {
            inText = false;
        }
    }

    private void readStructure(byte unit) {
        switch (unit) {
            case '"' -> inText = true;
            case '{', '[' -> open++;
            case '}', ']' -> open--;
            default -> {}
        }
    }

    /** Whether all brackets are closed. */
    boolean isClosed() {
        return open <= 0;
    }
}
