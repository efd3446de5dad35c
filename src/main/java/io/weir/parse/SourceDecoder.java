package io.weir.parse;

import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Turns the bytes of a rule file into text: UTF-8, with or without a byte order mark, of bounded size. */
final class SourceDecoder {

    /** The largest rule file that is read, in bytes. */
    static final int LARGEST = 1 << 20;

    /** What stands in a text where bytes were no UTF-8; it may have been written there, too. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final String SAVE_AS_UTF_8 = "save the file as UTF-8";

    private SourceDecoder() {}

    static SourceText decode(RuleFile file) throws Refusal {
        var bytes = file.bytes();
        if (bytes.length > LARGEST) {
            throw new Refusal(
                    Problem.at(ProblemCode.TOO_LARGE, Position.startOf(file.name()), "the file is larger than 1 MiB")
                            .expecting("a file of at most 1 MiB")
                            .fixedBy("put the rules into several files"));
        }
        refuseWideMarks(file);
        int mark = begins(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        var text = new String(bytes, mark, bytes.length - mark, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0
                ? new SourceText(file.name(), text)
                : utf8(file.name(), ByteBuffer.wrap(bytes, mark, bytes.length - mark));
    }

    private static void refuseWideMarks(RuleFile file) throws Refusal {
        if (begins(file.bytes(), 0xFE, 0xFF) || begins(file.bytes(), 0xFF, 0xFE)) {
            throw new Refusal(Problem.at(
                            ProblemCode.WRONG_ENCODING, Position.startOf(file.name()), "the file is UTF-16 or UTF-32")
                    .expecting("UTF-8")
                    .fixedBy(SAVE_AS_UTF_8));
        }
    }

    private static SourceText utf8(String name, ByteBuffer bytes) throws Refusal {
        var text = CharBuffer.allocate(bytes.remaining());
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, text, true);
        var source = new SourceText(name, text.flip().toString());
        if (result.isError()) {
            var found = String.format(Locale.ROOT, "byte 0x%02X is not UTF-8", bytes.get(bytes.position()));
            throw new Refusal(Problem.at(ProblemCode.WRONG_ENCODING, source.end(), found)
                    .withExcerpt(source.line(source.lines()))
                    .expecting("UTF-8")
                    .fixedBy(SAVE_AS_UTF_8));
        }
        return source;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
