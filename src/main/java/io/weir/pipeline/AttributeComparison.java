package io.weir.pipeline;

import io.weir.rule.Attribute;
import io.weir.rule.Level;
import io.weir.rule.SigmaValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a rule must say under one of its keys: {@code rule_attribute}. Levels, statuses and dates have their order, numbers theirs; other
 * texts are the same or not; in lists a value is or is not.
 */
public record AttributeComparison(String attribute, SigmaValue value, Relation relation) {

    private static final String TAXONOMY = "taxonomy";

    /** The taxonomy of a rule that names none, and the only one that rules may have. */
    private static final String USUAL_TAXONOMY = "sigma";

    /** Keys of Sigma that a rule need not have. To compare one that it does not have is a mistake of the pipeline's. */
    private static final Set<String> OWN = Set.of(
            "title",
            "id",
            "name",
            TAXONOMY,
            "status",
            "description",
            "license",
            "author",
            "date",
            "modified",
            "level",
            "scope");

    /** Keys of Sigma with lists, which are empty where a rule does not have them. */
    private static final Set<String> LISTS = Set.of("references", "tags", "fields", "falsepositives");

    /** Keys of Sigma that hold more than values, which have no comparison. */
    public static final Set<String> INCOMPARABLE = Set.of("related", "logsource", "detection", "correlation");

    private static final List<String> STATUSES = List.of("unsupported", "deprecated", "experimental", "test", "stable");

    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})");

    boolean holds(Preamble rule) throws Unfit {
        if (attribute.equals("fields")) {
            return isInRelationTo(rule.fields());
        }
        var held = said(rule).get(attribute);
        if (held == null || (held instanceof Attribute.One one && one.value() instanceof SigmaValue.Null)) {
            return holdsOfNothing(rule);
        }
        return held instanceof Attribute.Many many
                ? isInRelationTo(many.values().stream().map(Scalar::text).toList())
                : holds(((Attribute.One) held).value());
    }

    /** What the rule says; a pipeline can set what is no key of Sigma's. */
    private Map<String, Attribute> said(Preamble rule) {
        boolean isOfSigma = OWN.contains(attribute) || LISTS.contains(attribute);
        return isOfSigma ? rule.header().attributes() : rule.attributes();
    }

    private boolean holdsOfNothing(Preamble rule) throws Unfit {
        if (attribute.equals(TAXONOMY)) {
            return holds(new SigmaValue.Text(USUAL_TAXONOMY, rule.header().position()));
        } else if (OWN.contains(attribute)) {
            throw new Unfit(rule.header().position(), "the rule has no '" + attribute + "' to compare", "");
        }
        return LISTS.contains(attribute) && isInRelationTo(List.of());
    }

    private boolean isInRelationTo(List<String> list) {
        return switch (relation) {
            case IN -> list.contains(Scalar.text(value));
            case NOT_IN -> !list.contains(Scalar.text(value));
            case NE -> true;
            case EQ, GTE, GT, LTE, LT -> false;
        };
    }

    private boolean holds(SigmaValue held) throws Unfit {
        if (relation.isOfLists()) {
            throw incomparable(held, "a list");
        }
        return switch (attribute) {
            case "level" -> relation.holds(level(held).compareTo(level(value)));
            case "status" -> relation.holds(Integer.compare(status(held), status(value)));
            case "date", "modified" -> relation.holds(date(held).compareTo(date(value)));
            case "id" -> holdsOfText(Scalar.text(held).toLowerCase(Locale.ROOT), held);
            default -> Scalar.number(held).isPresent() ? holdsOfNumber(held) : holdsOfText(Scalar.text(held), held);
        };
    }

    private boolean holdsOfNumber(SigmaValue held) throws Unfit {
        return relation.holds(number(held).compareTo(number(value)));
    }

    private BigDecimal number(SigmaValue one) throws Unfit {
        var number = Scalar.number(one);
        if (number.isPresent()) {
            return number.get();
        }
        try {
            return new BigDecimal(Scalar.text(one).strip());
        } catch (NumberFormatException e) {
            throw incomparable(one, "a number");
        }
    }

    private boolean holdsOfText(String text, SigmaValue held) throws Unfit {
        if (!relation.isOfOrder()) {
            boolean same =
                    value instanceof SigmaValue.Text wanted && wanted.text().equals(text);
            return same == (relation == Relation.EQ);
        }
        var date = dateOf(text);
        if (date.isEmpty()) {
            throw incomparable(held, "a number or a date");
        }
        return relation.holds(date.get().compareTo(date(value)));
    }

    private Level level(SigmaValue one) throws Unfit {
        return Level.of(Scalar.text(one).toLowerCase(Locale.ROOT)).orElseThrow(() -> incomparable(one, "a level"));
    }

    private int status(SigmaValue one) throws Unfit {
        int status = STATUSES.indexOf(Scalar.text(one).toLowerCase(Locale.ROOT));
        if (status < 0) {
            throw incomparable(one, "a status");
        }
        return status;
    }

    private LocalDate date(SigmaValue one) throws Unfit {
        return dateOf(Scalar.text(one)).orElseThrow(() -> incomparable(one, "a date"));
    }

    private static Optional<LocalDate> dateOf(String text) {
        var date = DATE.matcher(text);
        try {
            return date.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(date.group(1)),
                            Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(3))))
                    : Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private Unfit incomparable(SigmaValue one, String wanted) {
        return new Unfit(
                one.position(),
                "'" + attribute + "' can't be compared by '" + relation.label() + "': '" + Scalar.text(one)
                        + "' is not " + wanted,
                "");
    }
}
