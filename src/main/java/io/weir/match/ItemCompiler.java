package io.weir.match;

import io.weir.match.value.OperandTest;
import io.weir.rule.DetectionItem;
import io.weir.rule.Modifier;
import io.weir.rule.Placeholders;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns a detection item into what runs: one kind of comparison, chosen by the modifiers (Sigma modifiers appendix). A value that it
 * can't take becomes a problem and fits nothing.
 */
final class ItemCompiler implements SigmaValue.Cases<List<ValueMatcher>> {

    private final String selection;
    private final DetectionItem item;
    private final RuleProblems problems;
    private final ItemKind kind;

    ItemCompiler(String selection, DetectionItem item, RuleProblems problems) {
        this.selection = selection;
        this.item = item;
        this.problems = problems;
        this.kind = ItemKind.of(item);
    }

    ItemMatcher compile() {
        return new ItemMatcher(
                selection,
                item.field(),
                item.modifiers().stream().map(Modifier::label).collect(Collectors.joining("|")),
                item.values().stream().map(this::ruleValue).toList(),
                item.has(Modifier.ALL),
                item.has(Modifier.NEQ));
    }

    private RuleValue ruleValue(SigmaValue value) {
        return new RuleValue(WrittenValue.of(value), ways(value));
    }

    private List<ValueMatcher> ways(SigmaValue value) {
        if (item.has(Modifier.EXPAND) && value instanceof SigmaValue.Text text) {
            return Placeholders.first(text.text())
                    .map(name -> unfilled(name, value))
                    .orElseGet(() -> waysOf(new SigmaValue.Text(Placeholders.unescaped(text.text()), text.position())));
        }
        return waysOf(value);
    }

    private List<ValueMatcher> unfilled(String placeholder, SigmaValue value) {
        problems.add(
                ProblemCode.UNFILLED_PLACEHOLDER,
                value.position(),
                "placeholder '%" + placeholder + "%' is not filled",
                "a pipeline that has " + placeholder + " under vars, and the transformation value_placeholders",
                "give one with --pipeline FILE");
        return List.of();
    }

    private List<ValueMatcher> waysOf(SigmaValue value) {
        return switch (kind) {
            case EXISTENCE -> existence(value);
            case FIELD_REFERENCE -> fieldReference(value);
            case NETWORK -> anyValue(network(value));
            case EXPRESSION -> anyValue(new RegexCompiler(item, problems).compile(value));
            case DATE -> anyValue(number(value).map(this::datePart));
            case ORDER -> anyValue(number(value).map(this::order));
            case TEXT -> patterns(value);
            case PLAIN -> value.match(this);
        };
    }

    private static List<ValueMatcher> anyValue(Optional<? extends OperandTest> test) {
        return test.<ValueMatcher>map(ValueMatcher.AnyValue::new).stream().toList();
    }

    private List<ValueMatcher> existence(SigmaValue value) {
        return switch (WrittenValue.of(value)) {
            case "true" -> List.of(new ValueMatcher.Existence(true));
            case "false" -> List.of(new ValueMatcher.Existence(false));
            default -> refuse(value, "'exists' can't take ", "true or false");
        };
    }

    private List<ValueMatcher> fieldReference(SigmaValue value) {
        var name = PatternText.parse(WrittenValue.of(value));
        if (name.hasWildcards() || name.isEmpty()) {
            return refuse(value, "'fieldref' can't take ", "the name of one field, without wildcards");
        }
        return List.of(new FieldReference(name.plain(), relation(), item.has(Modifier.CASED)));
    }

    private FieldReference.Relation relation() {
        boolean starts = item.has(Modifier.STARTSWITH);
        boolean ends = item.has(Modifier.ENDSWITH);
        if (item.has(Modifier.CONTAINS) || (starts && ends)) {
            return FieldReference.Relation.CONTAINS;
        }
        if (starts) {
            return FieldReference.Relation.STARTS;
        }
        return ends ? FieldReference.Relation.ENDS : FieldReference.Relation.SAME;
    }

    private Optional<IpNetwork> network(SigmaValue value) {
        var network = IpNetwork.parse(WrittenValue.of(value));
        if (network.isEmpty()) {
            refuse(value, "'cidr' can't take ", "a network such as 10.0.0.0/8 or fe80::/10");
        }
        return network;
    }

    private Optional<BigDecimal> number(SigmaValue value) {
        var number = NumberTest.parse(WrittenValue.of(value));
        if (number.isEmpty()) {
            refuse(value, "not a number: ", "a number");
        }
        return number;
    }

    private NumberTest order(BigDecimal bound) {
        return new NumberTest(ItemKind.orderOf(item), bound);
    }

    private DatePart datePart(BigDecimal bound) {
        return new DatePart(ItemKind.unitOf(item), order(bound));
    }

    @Override
    public List<ValueMatcher> text(SigmaValue.Text value) {
        return patterns(value);
    }

    @Override
    public List<ValueMatcher> number(SigmaValue.Num value) {
        return List.of(new ValueMatcher.AnyValue(SameNumber.of(value.number())));
    }

    @Override
    public List<ValueMatcher> bool(SigmaValue.Bool value) {
        return List.of(new ValueMatcher.AnyValue(new SameBool(value.value())));
    }

    @Override
    public List<ValueMatcher> nothing(SigmaValue.Null value) {
        return List.of(new ValueMatcher.Nothing());
    }

    /** The value as text with the item's modifiers applied. */
    private List<ValueMatcher> patterns(SigmaValue value) {
        return new TextCompiler(item, problems)
                .compile(value).stream()
                        .map(pattern -> WildcardPattern.of(pattern, item.has(Modifier.CASED)))
                        .<ValueMatcher>map(ValueMatcher.AnyValue::new)
                        .toList();
    }

    private List<ValueMatcher> refuse(SigmaValue value, String found, String expected) {
        problems.add(
                ProblemCode.MODIFIER_VALUE, value.position(), found + "'" + WrittenValue.of(value) + "'", expected, "");
        return List.of();
    }
}
