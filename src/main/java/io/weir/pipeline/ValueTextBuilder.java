package io.weir.pipeline;

import io.weir.pipeline.ValueText.Literal;
import io.weir.pipeline.ValueText.Part;
import io.weir.pipeline.ValueText.Wildcard;
import java.util.ArrayList;
import java.util.List;

/** Puts a text together from pieces; letters that come to stand side by side become one run. */
final class ValueTextBuilder {

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();

    static boolean isSpecial(char letter) {
        return letter == '*' || letter == '?' || letter == '\\';
    }

    ValueTextBuilder add(String letters) {
        run.append(letters);
        return this;
    }

    ValueTextBuilder add(Part part) {
        if (part instanceof Literal literal) {
            return add(literal.text());
        }
        endRun();
        parts.add(part);
        return this;
    }

    ValueTextBuilder add(ValueText text) {
        text.parts().forEach(this::add);
        return this;
    }

    /** Adds a text as a rule writes it. */
    ValueTextBuilder addWritten(String text, boolean escapes) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (escapes && letter == '\\' && at + 1 < text.length() && isSpecial(text.charAt(at + 1))) {
                run.append(text.charAt(++at));
            } else if (letter == '*') {
                add(Wildcard.ANY_RUN);
            } else if (letter == '?') {
                add(Wildcard.ANY_ONE);
            } else {
                run.append(letter);
            }
        }
        return this;
    }

    private void endRun() {
        if (!run.isEmpty()) {
            parts.add(new Literal(run.toString()));
            run.setLength(0);
        }
    }

    ValueText build() {
        endRun();
        return new ValueText(parts);
    }
}
