package io.weir.rule;

import static io.weir.rule.Severity.ERROR;
import static io.weir.rule.Severity.NOTE;
import static io.weir.rule.Severity.WARNING;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of problem that a rule can have. A code is never renamed and never given another meaning: people write it into their settings. */
public enum ProblemCode {
    UNREADABLE_FILE(
            ERROR,
            "What stands under that name can't be read as a rule file.",
            "make the file readable, or leave it out"),
    TOO_LARGE(
            ERROR, "More than a rule, a pipeline, or a file of one may hold.", "write less, or divide it into several"),
    WRONG_ENCODING(ERROR, "The file is no text in UTF-8.", "save the file as UTF-8"),
    YAML_SYNTAX(
            ERROR,
            "The document is not YAML; most often quotes are missing, or the indentation is wrong.",
            "put the value into single quotes, or mend the indentation"),
    TAB(ERROR, "A tab where YAML wants spaces.", "indent with spaces"),
    YAML_TAG(ERROR, "A tag such as !!binary on a value; rules need none.", "delete the tag"),
    DUPLICATE_KEY(ERROR, "A key stands twice in one map, and only one of the two could count.", "join the two"),
    NO_RULE(ERROR, "The file or the document holds no rule.", "write a rule, or leave the file out"),
    MORE_PROBLEMS(ERROR, "The rule has more problems than are told at once.", "mend those told first"),

    MISSING_KEY(ERROR, "A key that Sigma requires is missing.", "add it"),
    UNKNOWN_KEY(
            ERROR,
            "A key that would silently do nothing, where it matters; most often a slip of the pen.",
            "write one of the keys expected, or delete it"),
    KEY_NOT_LOWER_CASE(
            ERROR, "A key of Sigma in capitals would be a custom one, without effect.", "write it in lower case"),
    WRONG_TYPE(
            ERROR,
            "A value of the wrong kind, such as a list where text belongs.",
            "write a value of the kind expected"),
    EMPTY_VALUE(
            ERROR,
            "Something is there and says nothing: an empty list, map, name or reference.",
            "fill it, or delete it"),
    CONFLICTING_KEYS(ERROR, "Two keys that don't go together, or contradict each other.", "take one of them out"),
    TITLE_TOO_LONG(
            ERROR,
            "The title is longer than the 256 characters that Sigma allows.",
            "shorten it; the rest goes to description"),
    INVALID_ID(ERROR, "The id is no id: a UUID, or visible characters without spaces.", "write a new UUID"),
    DUPLICATE_ID(ERROR, "The id is that of another rule.", "write a new UUID"),
    UNKNOWN_STATUS(ERROR, "The status is none of Sigma's.", "write one of those expected"),
    UNKNOWN_LEVEL(ERROR, "The level is none of Sigma's.", "write one of those expected"),
    UNSUPPORTED(
            ERROR,
            "Sigma has it, this version can't do it: the rule would not mean what it says.",
            "say it in another way, or leave the rule out"),
    OUTDATED_SYNTAX(
            ERROR,
            "Sigma 1 had it, Sigma 2 has it no more.",
            "write it as Sigma 2 does; most often a correlation rule takes its place"),

    UNKNOWN_LOG_SOURCE(
            ERROR,
            "No event is of that log source: the rule would never match.",
            "write a log source that Weir has events of, or give a pipeline that knows it"),
    INVALID_CONDITION(
            ERROR, "The condition can't be read.", "join names of selections by and, or, not, and parentheses"),
    UNKNOWN_SELECTION(
            ERROR, "The condition names a selection that is not there.", "add the selection, or name another"),
    UNKNOWN_MODIFIER(ERROR, "A modifier that Sigma 2.1 does not have.", "write one that it has"),
    MODIFIER_CONFLICT(
            ERROR,
            "Modifiers that don't go together, or not in this order.",
            "leave one out, or put them into the order expected"),
    MODIFIER_VALUE(
            ERROR, "A value that the modifier can't take.", "write a value that it takes, or leave the modifier out"),
    INVALID_FIELD_NAME(ERROR, "A field name that no event can have.", "write the name as events have it"),
    INVALID_NETWORK(
            ERROR,
            "The value of cidr is no range of addresses.",
            "write an address, a slash and the number of bits, such as 10.0.0.0/8"),
    INVALID_NUMBER(
            ERROR, "A number that is none, or out of range.", "write a number in the range, or quotes around a text"),
    NULL_IN_LIST(ERROR, "null among other values; it is a type of its own.", "write a second selection for null"),
    UNFILLED_PLACEHOLDER(
            ERROR, "A placeholder for which no pipeline has values.", "give a pipeline that has them, or write values"),
    UNSUPPORTED_REGEX(
            ERROR,
            "The regular expression can't run in linear time, as with look-around, or is no expression.",
            "write it without look-around and back references"),

    UNKNOWN_CORRELATION_TYPE(ERROR, "A type of correlation that Sigma does not have.", "write one of those expected"),
    INVALID_TIMESPAN(
            ERROR, "The timespan is no number with a unit, or out of range.", "write a number and a unit, such as 15m"),
    INVALID_CORRELATION_CONDITION(
            ERROR, "The condition of a correlation can't be read, or does not fit its type.", "write what is expected"),
    IMPOSSIBLE_CONDITION(
            ERROR,
            "The condition of a correlation that can never be true, or is true without any event.",
            "ask for a number that events can reach"),
    INVALID_ALIASES(
            ERROR,
            "Field name aliases that leave a rule out, name it twice, or are not used.",
            "give each rule one field, and use the alias in group-by or condition"),
    UNKNOWN_LINK(ERROR, "A link that Weir does not have.", "write link: process or link: process-tree, or delete it"),
    MISSING_RULE(ERROR, "A reference to a rule that is not loaded.", "load that rule, too, or mend the reference"),
    AMBIGUOUS_REFERENCE(ERROR, "A reference by a name that several rules have.", "refer by id"),
    REFUSED_REFERENCE(ERROR, "A reference to a rule that was refused.", "mend that rule first"),
    INVALID_REFERENCE(ERROR, "A reference to a rule in a place where it can't stand, or a second time.", "delete it"),
    REFERENCE_CIRCLE(
            ERROR, "Correlations that refer to each other in a circle.", "let one of them refer to detections instead"),
    INVALID_FILTER(
            ERROR,
            "A filter that is malformed, or for a rule that it can't be for.",
            "mend the filter, or leave the rule out of it"),
    INVALID_PIPELINE(
            ERROR, "A pipeline, or what it makes of a rule, that can't be used.", "mend the pipeline, or leave it out"),
    INVALID_CHAIN(
            ERROR,
            "A correlation with a link refers to another correlation, or the chain is too long.",
            "refer to the rules behind it, or give the job more --correlation-stages"),

    // What only an engine can know.
    NEVER_MATCHES(
            WARNING,
            "No event can fulfil this: its parts contradict each other or the log source.",
            "take one of the two out, or make them alternatives"),
    COVERED(
            WARNING,
            "Another rule of at least its level matches whatever this one matches.",
            "delete one of the two, or give this one a higher level"),
    FIELD_NEVER_THERE(
            WARNING,
            "Events of this log source never have that field.",
            "write the field as these events have it, or mend the log source"),
    EVERY_EVENT(
            WARNING,
            "Every value of every event is searched: the dearest kind of rule.",
            "add what is known of the events to logsource"),
    GROUP_BY_NEVER_THERE(
            WARNING,
            "No event of the rules that it refers to has the field: no group ever forms.",
            "group by a field that all have, or add aliases"),
    LONG_TIMESPAN(
            WARNING,
            "State is kept for so long that a busy environment can't hold it.",
            "shorten it, or refer to rules that rarely match"),
    MORE_THAN_KEPT(
            WARNING,
            "It counts to more than a group keeps of its events, so that it may never get there.",
            "count in smaller groups, or run the job with more --group-events"),
    TWO_COMPARISONS(
            NOTE,
            "A range in one condition: Weir takes it, other Sigma tools may not.",
            "leave one comparison where other tools read the rule, too"),
    WITHOUT_GROUP_BY(
            NOTE, "All events of all hosts make one group.", "add group-by, such as Computer, if that was not meant"),

    // The specification's schema and the community's conventions.
    NO_ID(
            WARNING,
            "A rule without an id gets one made of its content, which changes with every edit.",
            "add id: and a new UUID"),
    ID_NOT_UUID(WARNING, "The specification asks for a UUID.", "write a new UUID"),
    DUPLICATE_TITLE(
            WARNING, "Two rules have one title; alerts of the two look alike.", "say in the title what is different"),
    TITLE_STYLE(
            NOTE,
            "Titles are short, begin with a capital, and end without a full stop.",
            "write a title in this style"),
    DESCRIPTION_STYLE(NOTE, "A rule says in a sentence or more what it detects.", "write what the rule detects"),
    NO_AUTHOR(NOTE, "Nobody is named to ask about the rule.", "add author: and a name"),
    NO_LEVEL(WARNING, "Alerts of the rule have no level.", "add level:"),
    NO_STATUS(NOTE, "The rule does not say how ripe it is.", "add status: experimental, until it has proven itself"),
    DATE_FORMAT(WARNING, "Dates are written YYYY-MM-DD.", "write it so"),
    DATE_ORDER(NOTE, "A rule is not modified before it is written.", "mend one of the dates"),
    NO_DATE(NOTE, "The rule does not say when it was written.", "add date:"),
    REFERENCE_LINK(NOTE, "References are links that can be opened.", "write the link, or move the text to description"),
    DUPLICATE_REFERENCE(NOTE, "One link is there twice.", "delete one"),
    RELATED(
            WARNING,
            "A related rule is named by id and by one of Sigma's kinds of relation.",
            "write a list of maps of id and type"),
    FALSE_POSITIVE_STYLE(
            NOTE,
            "Known causes of false positives help whoever gets the alert.",
            "write a cause, with a capital first"),
    TAG_FORMAT(WARNING, "A tag is a name space, a dot, and a name in lower case.", "write it so"),
    TAG_NAMESPACE(
            NOTE,
            "The name space of the tag is not one of Sigma's tags appendix.",
            "write one of Sigma's, or silence this code where the tag is your own"),
    ATTACK_TAG(
            WARNING,
            "ATT&CK has no such tactic, technique, group or software.",
            "look the name up at attack.mitre.org"),
    DUPLICATE_TAG(NOTE, "One tag is there twice.", "delete one"),
    SIMILAR_KEY(
            WARNING,
            "A custom key so like one of Sigma's that it may be a slip.",
            "write Sigma's key, or one less like it"),
    FILE_NAME(
            NOTE,
            "Names of rule files are of small letters, digits and underscores, 10 to 90 long.",
            "rename the file"),
    DUPLICATE_FILE_NAME(NOTE, "Two rule files have one name.", "rename one"),
    SPECIFIC_LOG_SOURCE(
            NOTE, "A category exists for what the rule names by service and event id.", "write the category"),
    UNUSED_SELECTION(WARNING, "No condition uses the selection.", "use it, or delete it"),
    THEM_OF_ONE(NOTE, "'them' stands for a single selection.", "write the selection's name"),
    ALL_OF_THEM(
            NOTE,
            "'all of them' takes in whatever selection is added later.",
            "write the names, or a pattern such as selection_*"),
    ALL_OF_ONE_VALUE(NOTE, "'all' on a single value says nothing.", "delete it"),
    ALL_WITHOUT_CONTAINS(WARNING, "No field can equal several values at once.", "write contains|all"),
    OFFSET_WITHOUT_CONTAINS(
            WARNING, "base64offset finds its text only inside of others.", "write base64offset|contains"),
    MODIFIER_TWICE(NOTE, "A modifier applied twice says nothing more.", "delete one"),
    DOUBLE_WILDCARD(NOTE, "Two asterisks in a row say what one says.", "write one"),
    WILDCARD_FOR_MODIFIER(
            NOTE,
            "contains, startswith and endswith say it more clearly than wildcards.",
            "write the modifier, and no wildcards"),
    ESCAPED_WILDCARD(
            NOTE,
            "An escaped wildcard is rarely what an author means.",
            "write two backslashes before the wildcard for one backslash and anything"),
    NUMBER_AS_TEXT(NOTE, "A number in quotes: text.", "write it without quotes"),
    CONTROL_CHARACTER(
            WARNING,
            "A control character in a value, such as a tab that double quotes made of \\t.",
            "write single quotes, which leave backslashes alone"),
    TITLE_CASE(NOTE, "Words of a title begin with a capital, but for short ones such as of.", "write title case"),
    LINK_IN_DESCRIPTION(
            NOTE, "Links belong to the references, where people and tools look for them.", "move it to references"),
    MODIFIED_DATE(NOTE, "'modified' says nothing without a date, or says the same.", "add date:, or delete modified:"),
    RETIRED_RULE(
            NOTE,
            "The rule says of itself that it should not be used any more; it is in force all the same.",
            "leave the rule out, or change its status"),
    BRANCH_LINK(
            NOTE,
            "A link to a file on a branch says something else tomorrow.",
            "write the permalink, which has the commit in it"),
    ATTACK_LINK(NOTE, "What is in ATT&CK is said by a tag.", "write a tag such as attack.t1059"),
    CONFLICTING_TAGS(WARNING, "Several tags of which a rule has one at most.", "leave one"),
    TECHNIQUE_WITHOUT_TACTIC(
            NOTE, "A technique without the tactic that it serves here.", "add the tactic, such as attack.execution"),
    FILE_NAME_PREFIX(NOTE, "SigmaHQ's files begin with what they look at.", "rename the file"),
    IMPLIED_FIELD(
            NOTE,
            "Every event of the log source has that value.",
            "delete it, or write the service instead of the category"),
    SYSMON_WITHOUT_EVENT_ID(NOTE, "All events of Sysmon, whatever their id.", "write the category, or ask for EventID"),
    PATTERN_OF_ONE(NOTE, "A quantifier over a single selection.", "write the selection's name"),
    PATTERN_WITHOUT_WILDCARD(
            NOTE, "A pattern without an asterisk fits a single name.", "write an asterisk, or the name alone"),
    ONE_RULE(
            NOTE,
            "A temporal correlation of a single rule is that rule.",
            "add the other rules, or count with event_count"),
    SPACE_IN_FIELD_NAME(
            NOTE, "A field name with a space, which most shapes of events lose.", "write it without the space"),
    LOCALISED_NAME(
            NOTE,
            "Windows writes the names of its own accounts in its own language.",
            "write contains with AUTHORI and AUTORI, or the account's SID"),
    INVALID_HASH(
            WARNING,
            "No hash as Sysmon writes it.",
            "write MD5=, SHA1=, SHA256= or IMPHASH= and as many hexadecimal digits as it has"),
    DUPLICATE_VALUE(NOTE, "One value is there twice.", "delete one"),
    UNKNOWN_CODE(
            NOTE,
            "A comment asks that a problem is not told which there is not; so it hides nothing.",
            "write one of the codes of docs/check.md");

    private final Severity severity;
    private final String meaning;
    private final String fix;

    ProblemCode(Severity severity, String meaning, String fix) {
        this.severity = severity;
        this.meaning = meaning;
        this.fix = fix;
    }

    /** The code as people read and write it: {@code unknown-modifier}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** One sentence: what is wrong. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it where nothing more exact is known: the words that follow "fix". */
    public String fix() {
        return fix;
    }

    /** The code of that label, or none. */
    public static Optional<ProblemCode> of(String label) {
        return Arrays.stream(values())
                .filter(code -> code.label().equals(label))
                .findFirst();
    }
}
