package io.weir.parse;

import io.weir.rule.Level;
import io.weir.rule.Printable;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleHeader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads what every rule says of itself (Sigma rules specification, "Components"). */
final class HeaderParser {

    private static final List<String> STATUSES = List.of("stable", "test", "experimental", "deprecated", "unsupported");

    private static final List<String> LEVELS = Arrays.stream(Level.values())
            .filter(level -> level != Level.UNSTATED)
            .map(Level::label)
            .toList();

    private static final String EXPECTED_TITLE = "a line that says what the rule detects";

    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_ID = 128;

    private final Section rule;
    private final ProblemLog log;

    HeaderParser(Section rule) {
        this.rule = rule;
        this.log = rule.log();
    }

    /** The header; where the log has problems now, parts of it may be empty. */
    RuleHeader parse() {
        refuseTaxonomy();
        var hash = CanonicalContent.hash(rule.map());
        return new RuleHeader(
                id(hash),
                name(),
                title(),
                rule.textOrNothing("description"),
                rule.textOrNothing("author"),
                oneOf("status", STATUSES, ProblemCode.UNKNOWN_STATUS),
                Level.of(oneOf("level", LEVELS, ProblemCode.UNKNOWN_LEVEL)).orElse(Level.UNSTATED),
                rule.texts("tags"),
                rule.texts("references"),
                rule.texts("falsepositives"),
                rule.texts("fields"),
                Attributes.of(rule.map()),
                hash,
                rule.map().position());
    }

    private String title() {
        if (!rule.has("title")) {
            rule.miss("the rule", "title", EXPECTED_TITLE);
            return "";
        }
        var title = rule.text("title");
        title.map(Yaml.Scalar::text).ifPresent(text -> {
            int length = text.codePointCount(0, text.length());
            if (text.isBlank()) {
                log.add(ProblemCode.EMPTY_VALUE, rule.positionOf("title"), "an empty title", EXPECTED_TITLE);
            } else if (length > LONGEST_TITLE) {
                log.add(
                        ProblemCode.TITLE_TOO_LONG,
                        rule.positionOf("title"),
                        "a title of " + length + " characters",
                        "at most 256");
            }
        });
        return title.map(Yaml.Scalar::text).orElse("");
    }

    private String id(String hash) {
        return rule.find("id")
                .flatMap(this::checkedId)
                .orElseGet(() -> UUID.nameUUIDFromBytes(hash.getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    private Optional<String> checkedId(Yaml value) {
        if (value instanceof Yaml.Scalar id && isVisible(id.text())) {
            return Optional.of(id.text().toLowerCase(Locale.ROOT));
        }
        log.add(
                ProblemCode.INVALID_ID,
                value.position(),
                "'id' is " + value.described(),
                "a UUID, or 1 to 128 visible characters");
        return Optional.empty();
    }

    private static boolean isVisible(String id) {
        int length = id.codePointCount(0, id.length());
        return length >= 1
                && length <= LONGEST_ID
                && Printable.of(id).equals(id)
                && id.chars().noneMatch(Character::isWhitespace);
    }

    private String name() {
        var name = rule.text("name");
        name.filter(scalar -> scalar.text().isEmpty())
                .ifPresent(scalar -> log.add(
                        ProblemCode.EMPTY_VALUE, scalar.position(), "an empty name", "a unique name, or no such key"));
        return name.map(Yaml.Scalar::text).orElse("");
    }

    private String oneOf(String key, List<String> known, ProblemCode code) {
        var found = rule.text(key);
        found.filter(scalar -> !known.contains(scalar.text())).ifPresent(scalar -> {
            var problem = Problem.at(code, scalar.position(), "unknown " + key + " " + Quoted.of(scalar.text()))
                    .expecting("one of " + String.join(", ", known));
            log.add(Nearest.to(scalar.text(), known)
                    .map(meant -> problem.fixedBy("write " + key + ": " + meant))
                    .orElse(problem));
        });
        return found.map(Yaml.Scalar::text).orElse("");
    }

    /** Field and log source names of another taxonomy would silently match nothing. */
    private void refuseTaxonomy() {
        rule.text("taxonomy")
                .filter(taxonomy -> !taxonomy.text().equals("sigma"))
                .ifPresent(taxonomy -> log.add(
                        ProblemCode.UNSUPPORTED,
                        taxonomy.position(),
                        "taxonomy " + Quoted.of(taxonomy.text()) + " is not supported by this version",
                        "the taxonomy sigma, or no such key"));
    }
}
