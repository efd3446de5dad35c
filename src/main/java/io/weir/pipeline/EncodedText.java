package io.weir.pipeline;

import io.weir.rule.Modifier;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Texts as encodings write them (Sigma modifiers appendix, "Encoding"): each byte is a letter. */
final class EncodedText {

    private static final String BYTE_ORDER_MARK = "\u00ff\u00fe";

    private EncodedText() {}

    /** The text after one of the modifiers that encode, {@code base64offset} aside. */
    static ValueText of(Modifier modifier, ValueText text) {
        return switch (modifier) {
            case BASE64 -> ValueText.literal(Base64.getEncoder().encodeToString(bytes(text)));
            case UTF16BE -> text.withLiterals(letters -> wide(letters, StandardCharsets.UTF_16BE));
            case UTF16 ->
                new ValueTextBuilder()
                        .add(BYTE_ORDER_MARK)
                        .add(of(Modifier.WIDE, text))
                        .build();
            default -> text.withLiterals(letters -> wide(letters, StandardCharsets.UTF_16LE));
        };
    }

    private static String wide(String letters, Charset charset) {
        return new String(letters.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    /** What was encoded before is bytes already, each a letter below 256; other text is UTF-8. */
    private static byte[] bytes(ValueText text) {
        var bytes = new ByteArrayOutputStream();
        for (var part : text.parts()) {
            if (part instanceof ValueText.Literal literal) {
                boolean isBytes = literal.text().indexOf('\0') >= 0;
                bytes.writeBytes(
                        literal.text().getBytes(isBytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
