package io.weir.match;

import io.weir.rule.DetectionItem;
import io.weir.rule.Modifier;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Applies the modifiers of text in the order written: what a value becomes, which may be several texts of which any may be found
 * (Sigma modifiers appendix, "String Modifiers").
 */
final class TextCompiler {

    /** An encoding spells out every dash in five ways; values with more dashes are refused: they would become too many. */
    private static final int MOST_DASHES = 4;

    private final DetectionItem item;
    private final RuleProblems problems;

    TextCompiler(DetectionItem item, RuleProblems problems) {
        this.item = item;
        this.problems = problems;
    }

    /** The texts to look for, in the whole of a field's value; none where the value can't be taken, which is then a problem. */
    List<PatternText> compile(SigmaValue value) {
        if (value instanceof SigmaValue.Null) {
            return refuse(value, "null is no text", "text");
        }
        var texts = List.of(PatternText.parse(WrittenValue.of(value)));
        for (var modifier : item.modifiers()) {
            var before = texts;
            texts = before.stream()
                    .flatMap(text -> apply(modifier, text, value).stream())
                    .toList();
        }
        return item.isKeyword() && !isAnchored()
                ? texts.stream().map(TextCompiler::anywhere).toList()
                : texts;
    }

    private boolean isAnchored() {
        return item.has(Modifier.STARTSWITH) || item.has(Modifier.ENDSWITH);
    }

    private static PatternText anywhere(PatternText text) {
        return text.startingAnywhere().endingAnywhere();
    }

    private List<PatternText> apply(Modifier modifier, PatternText text, SigmaValue value) {
        return switch (modifier) {
            case CONTAINS -> List.of(anywhere(text));
            case STARTSWITH -> List.of(text.endingAnywhere());
            case ENDSWITH -> List.of(text.startingAnywhere());
            case WINDASH -> List.of(text.withAnyDash());
            case BASE64, BASE64OFFSET, UTF16, UTF16LE, UTF16BE, WIDE -> encode(modifier, text, value);
            case ALL, EXISTS, CASED, NEQ, RE, I, M, S, LT, LTE, GT, GTE, CIDR, EXPAND, FIELDREF -> List.of(text);
            case MINUTE, HOUR, DAY, WEEK, MONTH, YEAR -> List.of(text);
        };
    }

    private List<PatternText> encode(Modifier modifier, PatternText text, SigmaValue value) {
        if (text.hasWildcards() && (modifier == Modifier.BASE64 || modifier == Modifier.BASE64OFFSET)) {
            return refuse(
                    value,
                    "'" + modifier.label() + "' can't encode the wildcards of '" + WrittenValue.of(value) + "'",
                    "text without wildcards; 'contains' stands after the encoding");
        }
        if (text.dashes() > MOST_DASHES) {
            return refuse(value, "too many dashes to encode each of them", "at most " + MOST_DASHES + " dashes");
        }
        return text.spelledOut().stream()
                .flatMap(spelled -> encoded(modifier, spelled).stream())
                .toList();
    }

    private static List<PatternText> encoded(Modifier modifier, PatternText text) {
        return switch (modifier) {
            case BASE64 -> List.of(Base64Text.whole(text.toBytes()));
            case BASE64OFFSET -> Base64Text.anywhere(text.toBytes());
            case UTF16BE -> List.of(text.encoded(StandardCharsets.UTF_16BE));
            case UTF16 -> List.of(text.encoded(StandardCharsets.UTF_16LE).after(0xff, 0xfe));
            default -> List.of(text.encoded(StandardCharsets.UTF_16LE));
        };
    }

    private List<PatternText> refuse(SigmaValue value, String found, String expected) {
        problems.add(ProblemCode.MODIFIER_VALUE, value.position(), found, expected, "");
        return List.of();
    }
}
