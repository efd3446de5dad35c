package io.weir.pipeline;

import io.weir.rule.DetectionItem;
import io.weir.rule.Modifier;
import io.weir.rule.SigmaValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Applies the modifiers of a detection item to its values (Sigma modifiers appendix), in the order written, as pySigma does. */
final class ModifiedValues implements SigmaValue.Cases<Value> {

    /** They say how values are joined, not what they are. */
    private static final Set<Modifier> JOINING = EnumSet.of(Modifier.ALL, Modifier.NEQ);

    private static final Set<Modifier> ENCODING =
            EnumSet.of(Modifier.BASE64, Modifier.WIDE, Modifier.UTF16, Modifier.UTF16LE, Modifier.UTF16BE);

    /** What makes of a value something that is neither text nor a number. */
    private static final Set<Modifier> COMPARING =
            EnumSet.of(Modifier.CIDR, Modifier.EXISTS, Modifier.LT, Modifier.LTE, Modifier.GT, Modifier.GTE);

    private final DetectionItem item;
    private final List<Modifier> modifiers;

    private ModifiedValues(DetectionItem item) {
        this.item = item;
        this.modifiers = item.modifiers().stream()
                .filter(modifier -> !JOINING.contains(modifier))
                .toList();
    }

    static List<Value> of(DetectionItem item) {
        var modified = new ModifiedValues(item);
        return item.values().stream().map(value -> value.match(modified)).toList();
    }

    private boolean hasAny(Set<Modifier> wanted) {
        return modifiers.stream().anyMatch(wanted::contains);
    }

    @Override
    public Value text(SigmaValue.Text value) {
        if (hasAny(COMPARING)) {
            return new Value.Other(value, modifiers);
        } else if (item.has(Modifier.RE)) {
            return new Value.Expression(
                    expanded(ValueText.parseExpression(value.text())), unexpanded(), value.position());
        } else if (item.has(Modifier.FIELDREF)) {
            return new Value.Reference(fieldName(value.text()), modifiers, value.position());
        }
        return expands()
                ? new Value.Expansion(expanded(ValueText.parse(value.text())), unexpanded(), value.position())
                : new Value.Text(modified(value.text()), item.has(Modifier.CASED), value.position());
    }

    private static String fieldName(String written) {
        var name = ValueText.parse(written);
        return name.parts().size() == 1 && name.parts().get(0) instanceof ValueText.Literal literal
                ? literal.text()
                : written;
    }

    /** Whether the value becomes several that belong together. A placeholder has to be filled before it can be encoded. */
    private boolean expands() {
        return item.has(Modifier.WINDASH)
                || item.has(Modifier.BASE64OFFSET)
                || (item.has(Modifier.EXPAND) && hasAny(ENCODING));
    }

    private ValueText expanded(ValueText text) {
        return item.has(Modifier.EXPAND) ? text.withPlaceholders() : text;
    }

    private List<Modifier> unexpanded() {
        return modifiers.stream()
                .filter(modifier -> modifier != Modifier.EXPAND)
                .toList();
    }

    private ValueText modified(String written) {
        var text = ValueText.parse(written);
        for (var modifier : modifiers) {
            text = modified(modifier, text);
        }
        return text;
    }

    private static ValueText modified(Modifier modifier, ValueText text) {
        return switch (modifier) {
            case CONTAINS -> text.startingAnywhere().endingAnywhere();
            case STARTSWITH -> text.endingAnywhere();
            case ENDSWITH -> text.startingAnywhere();
            case EXPAND -> text.withPlaceholders();
            case BASE64, WIDE, UTF16, UTF16LE, UTF16BE -> EncodedText.of(modifier, text);
            default -> text;
        };
    }

    @Override
    public Value number(SigmaValue.Num value) {
        return hasAny(COMPARING) ? new Value.Other(value, modifiers) : new Value.Num(value, modifiers);
    }

    @Override
    public Value bool(SigmaValue.Bool value) {
        return new Value.Other(value, modifiers);
    }

    @Override
    public Value nothing(SigmaValue.Null value) {
        return new Value.Other(value, modifiers);
    }
}
