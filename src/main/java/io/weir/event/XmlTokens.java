package io.weir.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * The tags and texts of XML in UTF-8, one after the other; comments and processing instructions are passed over.
 *
 * <p>There are no document types, and no entities but XML's own five and character references: nothing expands and nothing is fetched, so
 * that a record costs time in proportion to its bytes. Characters that XML forbids are kept: Windows writes them as they come, and a command
 * line must not escape the rules by holding one. Prefixes of names are left out.
 */
final class XmlTokens {

    /** What stands at the current place. */
    enum Token {
        /** A start tag. */
        OPEN,
        /** The only tag of an empty element. */
        EMPTY,
        /** An end tag. */
        CLOSE,
        /** A piece of text. */
        TEXT,
        /** The end of the bytes. */
        END
    }

    private static final int LONGEST_NAME = 4_096;

    private static final byte[] COMMENT = "<!--".getBytes(US_ASCII);
    private static final byte[] COMMENT_END = "-->".getBytes(US_ASCII);
    private static final byte[] SECTION = "<![CDATA[".getBytes(US_ASCII);
    private static final byte[] SECTION_END = "]]>".getBytes(US_ASCII);
    private static final byte[] INSTRUCTION = "<?".getBytes(US_ASCII);
    private static final byte[] INSTRUCTION_END = "?>".getBytes(US_ASCII);
    private static final byte[] DECLARATION = "<!".getBytes(US_ASCII);

    private final byte[] bytes;
    private final List<String> attributes = new ArrayList<>();
    private int from;
    private int at;
    private String name = "";
    private String text = "";

    XmlTokens(byte[] bytes, int start) {
        this.bytes = bytes;
        this.from = start;
        this.at = start;
    }

    /** Where the current token begins. */
    int from() {
        return from;
    }

    /** Behind the current token. */
    int at() {
        return at;
    }

    /** The name of the current tag. */
    String name() {
        return name;
    }

    /** The names and values of the current tag's attributes, as pairs. */
    List<String> attributes() {
        return attributes;
    }

    /** The current text, its references resolved. */
    String text() {
        return text;
    }

    Token next() throws XmlBroken {
        while (skipped(COMMENT, COMMENT_END) || skipped(INSTRUCTION, INSTRUCTION_END)) {
            // Neither says anything of the event.
        }
        from = at;
        if (at == bytes.length) {
            return Token.END;
        }
        if (bytes[at] != '<') {
            return plainText();
        }
        if (skipped(SECTION, SECTION_END)) {
            text = string(from + SECTION.length, at - SECTION_END.length);
            return Token.TEXT;
        }
        return tag();
    }

    private boolean skipped(byte[] start, byte[] end) throws XmlBroken {
        if (!stands(start, at)) {
            return false;
        }
        for (var i = at + start.length; i <= bytes.length - end.length; i++) {
            if (stands(end, i)) {
                at = i + end.length;
                return true;
            }
        }
        throw ended();
    }

    private boolean stands(byte[] mark, int place) {
        if (place + mark.length > bytes.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if (bytes[place + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private Token plainText() {
        while (at < bytes.length && bytes[at] != '<') {
            at++;
        }
        text = XmlReferences.resolve(string(from, at));
        return Token.TEXT;
    }

    private Token tag() throws XmlBroken {
        if (stands(DECLARATION, at)) {
            throw new XmlBroken("found a document type or another declaration at byte %d, expected none".formatted(at));
        }
        at++;
        var closes = at < bytes.length && bytes[at] == '/';
        at += closes ? 1 : 0;
        name = readName();
        attributes.clear();
        if (closes) {
            skipBlanks();
            take('>');
            return Token.CLOSE;
        }
        return readAttributes();
    }

    private Token readAttributes() throws XmlBroken {
        skipBlanks();
        while (current() != '>' && current() != '/') {
            attributes.add(readName());
            skipBlanks();
            take('=');
            skipBlanks();
            attributes.add(readValue());
            skipBlanks();
        }
        var empty = current() == '/';
        at += empty ? 1 : 0;
        take('>');
        return empty ? Token.EMPTY : Token.OPEN;
    }

    /** The local part; a declaration of a prefix keeps its own. */
    private String readName() throws XmlBroken {
        var start = at;
        while (at < bytes.length && isOfName(bytes[at])) {
            at++;
        }
        if (at == start || at - start > LONGEST_NAME) {
            throw at == bytes.length ? ended() : unexpected("a name of at most %d bytes".formatted(LONGEST_NAME));
        }
        var whole = string(start, at);
        return whole.startsWith("xmlns") ? whole : whole.substring(whole.indexOf(':') + 1);
    }

    private static boolean isOfName(byte unit) {
        return unit < 0
                || (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= '-' && unit <= ':' && unit != '/')
                || unit == '_';
    }

    private String readValue() throws XmlBroken {
        var quote = current();
        if (quote != '"' && quote != '\'') {
            throw unexpected("a quoted value");
        }
        var start = ++at;
        while (current() != quote) {
            if (bytes[at] == '<') {
                throw unexpected("the end of the value");
            }
            at++;
        }
        at++;
        return XmlReferences.resolve(string(start, at - 1));
    }

    private void skipBlanks() {
        while (at < bytes.length && isBlank(bytes[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte unit) {
        return unit == ' ' || unit == '\n' || unit == '\r' || unit == '\t';
    }

    private byte current() throws XmlBroken {
        if (at == bytes.length) {
            throw ended();
        }
        return bytes[at];
    }

    private void take(char wanted) throws XmlBroken {
        if (current() != wanted) {
            throw unexpected("'" + wanted + "'");
        }
        at++;
    }

    private String string(int start, int end) {
        return new String(bytes, start, end - start, UTF_8);
    }

    private XmlBroken unexpected(String expected) {
        return new XmlBroken("found %s at byte %d of the XML, expected %s".formatted(shown(), at, expected));
    }

    private String shown() {
        return bytes[at] > ' ' ? "'" + (char) bytes[at] + "'" : "a blank or an unusual character";
    }

    private static XmlBroken ended() {
        return new XmlBroken("found the end of the record in the middle of its XML, expected the rest of it");
    }
}
