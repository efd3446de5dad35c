package io.weir.parse;

import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.Locale;
import org.yaml.snakeyaml.reader.StreamReader;

/** Characters that YAML does not allow in a document, such as NUL. */
final class Unprintable {

    private Unprintable() {}

    /** Refuses a document that holds one, and says where the first one stands. */
    static void refuse(DocumentText document) throws Refusal {
        var text = document.text();
        for (int i = 0; i < text.length(); i++) {
            if (isPlain(text.charAt(i))) {
                continue;
            }
            if (!StreamReader.isPrintable(text.codePointAt(i))) {
                throw new Refusal(letter(document, i));
            } else if (Character.isHighSurrogate(text.charAt(i))) {
                i++;
            }
        }
    }

    /** Nearly every character is: those cost one comparison. */
    private static boolean isPlain(char unit) {
        return (unit >= ' ' && unit <= '~') || unit == '\n';
    }

    private static Problem letter(DocumentText document, int at) {
        int point = document.text().codePointAt(at);
        var before = new SourceText(document.source().file(), document.text().substring(0, at));
        var place = before.end();
        var problem = Problem.at(
                        ProblemCode.WRONG_ENCODING,
                        document.position(place.line() - 1, place.column() - 1),
                        String.format(Locale.ROOT, "character U+%04X, which YAML does not allow", point))
                .expecting("text");
        return point == 0 ? problem.fixedBy("save the file as UTF-8: this may be UTF-16, or no text at all") : problem;
    }
}
