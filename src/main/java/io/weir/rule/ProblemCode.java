package io.weir.rule;

import static io.weir.rule.Severity.ERROR;
import static io.weir.rule.Severity.NOTE;
import static io.weir.rule.Severity.WARNING;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of problem that a rule can have. A code is never renamed and never given another meaning: people write it into their settings. */
public enum ProblemCode {
    UNREADABLE_FILE(ERROR, "What stands under that name can't be read as a rule file."),
    TOO_LARGE(ERROR, "More than a rule, or a rule file, may hold; write less, or several."),
    WRONG_ENCODING(ERROR, "The file is no text in UTF-8; save it as UTF-8."),
    YAML_SYNTAX(ERROR, "The document is not YAML; most often quotes are missing, or the indentation is wrong."),
    TAB(ERROR, "A tab where YAML wants spaces; indent with spaces."),
    YAML_TAG(ERROR, "A tag such as !!binary on a value; rules need none."),
    DUPLICATE_KEY(ERROR, "A key stands twice in one map, and only one of the two could count; join them."),
    NO_RULE(ERROR, "The file or the document holds no rule."),
    MORE_PROBLEMS(ERROR, "The rule has more problems than are told at once; mend those told first."),

    MISSING_KEY(ERROR, "A key that Sigma requires is missing."),
    UNKNOWN_KEY(ERROR, "A key that would silently do nothing, where it matters; most often a slip of the pen."),
    KEY_NOT_LOWER_CASE(
            ERROR, "A key of Sigma in capitals would be a custom one, without effect; write it in lower case."),
    WRONG_TYPE(ERROR, "A value of the wrong kind, such as a list where text belongs."),
    EMPTY_VALUE(ERROR, "Something is there and says nothing: an empty list, map, name or reference."),
    CONFLICTING_KEYS(ERROR, "Two keys that don't go together, or contradict each other; take one of them out."),
    TITLE_TOO_LONG(ERROR, "The title is longer than the 256 characters that Sigma allows."),
    INVALID_ID(ERROR, "The id is no id: a UUID, or visible characters without spaces."),
    DUPLICATE_ID(ERROR, "The id is that of another rule; give the rule one of its own."),
    UNKNOWN_STATUS(ERROR, "The status is none of Sigma's."),
    UNKNOWN_LEVEL(ERROR, "The level is none of Sigma's."),
    UNSUPPORTED(ERROR, "Sigma has it, this version can't do it: the rule would not mean what it says."),
    OUTDATED_SYNTAX(ERROR, "Sigma 1 had it, Sigma 2 has it no more; most often a correlation rule takes its place."),

    UNKNOWN_LOG_SOURCE(ERROR, "No event is of that log source: the rule would never match."),
    INVALID_CONDITION(ERROR, "The condition can't be read."),
    UNKNOWN_SELECTION(ERROR, "The condition names a selection that is not there."),
    UNKNOWN_MODIFIER(ERROR, "A modifier that Sigma 2.1 does not have."),
    MODIFIER_CONFLICT(ERROR, "Modifiers that don't go together, or not in this order."),
    MODIFIER_VALUE(ERROR, "A value that the modifier can't take."),
    INVALID_FIELD_NAME(ERROR, "A field name that no event can have."),
    INVALID_NETWORK(ERROR, "The value of cidr is no range of addresses."),
    INVALID_NUMBER(ERROR, "A number that is none, or out of range."),
    NULL_IN_LIST(ERROR, "null among other values; it is a type of its own and needs a selection of its own."),
    UNFILLED_PLACEHOLDER(ERROR, "A placeholder for which no pipeline has values."),
    UNSUPPORTED_REGEX(
            ERROR, "The regular expression can't run in linear time, as with look-around, or is no expression."),

    UNKNOWN_CORRELATION_TYPE(ERROR, "A type of correlation that Sigma does not have."),
    INVALID_TIMESPAN(ERROR, "The timespan is no number with a unit, or out of range."),
    INVALID_CORRELATION_CONDITION(ERROR, "The condition of a correlation can't be read, or does not fit its type."),
    IMPOSSIBLE_CONDITION(ERROR, "The condition of a correlation that can never be true, or is true without any event."),
    INVALID_ALIASES(ERROR, "Field name aliases that leave a rule out, name it twice, or are not used."),
    UNKNOWN_LINK(ERROR, "A link that Weir does not have: process or process-tree."),
    MISSING_RULE(ERROR, "A reference to a rule that is not loaded."),
    AMBIGUOUS_REFERENCE(ERROR, "A reference by a name that several rules have; refer by id."),
    REFUSED_REFERENCE(ERROR, "A reference to a rule that was refused; mend that rule first."),
    INVALID_REFERENCE(ERROR, "A reference to a rule in a place where it can't stand, or a second time."),
    REFERENCE_CIRCLE(ERROR, "Correlations that refer to each other in a circle."),
    INVALID_FILTER(ERROR, "A filter that is malformed, or for a rule that is not there."),
    INVALID_PIPELINE(ERROR, "A pipeline, or what it makes of a rule, that can't be used."),
    INVALID_CHAIN(ERROR, "A correlation needs of another one what that one can't tell, or the chain is too long."),

    // What only an engine can know.
    NEVER_MATCHES(WARNING, "No event can fulfil this: its parts contradict each other or the log source."),
    COVERED(WARNING, "Another rule matches whatever this one matches."),
    FIELD_NEVER_THERE(WARNING, "Events of this log source never have that field."),
    EVERY_EVENT(WARNING, "Every value of every event is searched: the dearest kind of rule."),
    GROUP_BY_NEVER_THERE(WARNING, "No event of the rules that it refers to has the field: no group ever forms."),
    LONG_TIMESPAN(WARNING, "State is kept for so long that a busy environment can't hold it."),
    TWO_COMPARISONS(NOTE, "A range in one condition: Weir takes it, other Sigma tools may not."),
    WITHOUT_GROUP_BY(NOTE, "All events of all hosts make one group."),

    // The specification's schema and the community's conventions.
    NO_ID(WARNING, "A rule without an id gets one made of its content, which changes with every edit."),
    ID_NOT_UUID(WARNING, "The specification asks for a UUID."),
    DUPLICATE_TITLE(WARNING, "Two rules have one title; alerts of the two look alike."),
    TITLE_STYLE(NOTE, "Titles are short, begin with a capital, and end without a full stop."),
    DESCRIPTION_STYLE(NOTE, "A rule says in a sentence or more what it detects."),
    NO_AUTHOR(NOTE, "Nobody is named to ask about the rule."),
    NO_LEVEL(WARNING, "Alerts of the rule have no level."),
    NO_STATUS(NOTE, "The rule does not say how ripe it is."),
    DATE_FORMAT(WARNING, "Dates are written YYYY-MM-DD."),
    DATE_ORDER(NOTE, "A rule is not modified before it is written."),
    NO_DATE(NOTE, "The rule does not say when it was written."),
    REFERENCE_LINK(NOTE, "References are links that can be opened."),
    DUPLICATE_REFERENCE(NOTE, "One link is there twice."),
    RELATED(WARNING, "A related rule is named by id and by one of Sigma's kinds of relation."),
    FALSE_POSITIVE_STYLE(NOTE, "Known causes of false positives help whoever gets the alert."),
    TAG_FORMAT(WARNING, "A tag is a name space, a dot, and a name in lower case."),
    TAG_NAMESPACE(NOTE, "The name space of the tag is not one of Sigma's tags appendix."),
    ATTACK_TAG(WARNING, "ATT&CK has no such tactic, technique, group or software."),
    DUPLICATE_TAG(NOTE, "One tag is there twice."),
    SIMILAR_KEY(WARNING, "A custom key so like one of Sigma's that it may be a slip."),
    FILE_NAME(NOTE, "Names of rule files are of small letters, digits and underscores, 10 to 90 long."),
    DUPLICATE_FILE_NAME(NOTE, "Two rule files have one name."),
    SPECIFIC_LOG_SOURCE(NOTE, "A category exists for what the rule names by service and event id."),
    UNUSED_SELECTION(WARNING, "No condition uses the selection."),
    THEM_OF_ONE(NOTE, "'them' stands for a single selection."),
    ALL_OF_THEM(NOTE, "'all of them' takes in whatever selection is added later."),
    ALL_OF_ONE_VALUE(NOTE, "'all' on a single value says nothing."),
    ALL_WITHOUT_CONTAINS(WARNING, "No field can equal several values at once."),
    OFFSET_WITHOUT_CONTAINS(WARNING, "base64offset finds its text only inside of others."),
    MODIFIER_TWICE(NOTE, "A modifier applied twice says nothing more."),
    DOUBLE_WILDCARD(NOTE, "Two asterisks in a row say what one says."),
    WILDCARD_FOR_MODIFIER(NOTE, "contains, startswith and endswith say it more clearly than wildcards."),
    ESCAPED_WILDCARD(NOTE, "An escaped wildcard is rarely what an author means."),
    NUMBER_AS_TEXT(NOTE, "A number in quotes: text."),
    CONTROL_CHARACTER(WARNING, "A control character in a value, such as a tab that double quotes made of \\t."),
    DUPLICATE_VALUE(NOTE, "One value is there twice.");

    private final Severity severity;
    private final String meaning;

    ProblemCode(Severity severity, String meaning) {
        this.severity = severity;
        this.meaning = meaning;
    }

    /** The code as people read and write it: {@code unknown-modifier}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** One sentence: what is wrong, and what to do about it where that is not plain. */
    public String meaning() {
        return meaning;
    }

    /** The code of that label, or none. */
    public static Optional<ProblemCode> of(String label) {
        return Arrays.stream(values())
                .filter(code -> code.label().equals(label))
                .findFirst();
    }
}
