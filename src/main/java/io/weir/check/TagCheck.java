package io.weir.check;

import io.weir.parse.Yaml;
import io.weir.rule.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tags (Sigma tags appendix): their form, name spaces, and the names of each. */
final class TagCheck implements RuleCheck {

    private static final Pattern FORM = Pattern.compile("[a-z0-9_-]+\\.[a-z0-9._-]+");
    private static final Set<String> NAMESPACES = Set.of("attack", "car", "cve", "d3fend", "detection", "stp", "tlp");

    private static final Map<String, Pattern> NAMES = Map.of(
            "car", Pattern.compile("\\d{4}-\\d{2}-\\d{3}"),
            "cve", Pattern.compile("\\d{4}-\\d{4,}"),
            "d3fend", Pattern.compile("d3-?[a-z0-9]+|d3f[.:-].+|[a-z-]+"),
            "detection", Pattern.compile("dfir|emerging-threats|threat-hunting"),
            "stp", Pattern.compile("[1-5][auk]?"),
            "tlp", Pattern.compile("clear|white|green|amber|amber-strict|red"));

    /** Name spaces of which a rule has one tag at most. */
    private static final List<String> SINGLE = List.of("detection", "tlp");

    private static final Pattern TECHNIQUE = Pattern.compile("attack\\.t\\d.*");

    private final AttackNames attack;

    TagCheck(AttackNames attack) {
        this.attack = attack;
    }

    @Override
    public void check(LintedRule rule, Findings findings) {
        var seen = new HashSet<String>();
        for (var tag : rule.scalars("tags")) {
            check(rule, tag, findings);
            if (!seen.add(tag.text())) {
                report(rule, tag, ProblemCode.DUPLICATE_TAG, "a second time", "each tag once", findings);
            }
        }
        SINGLE.forEach(space -> single(rule, space, findings));
        techniques(rule, findings);
    }

    private static void single(LintedRule rule, String space, Findings findings) {
        rule.scalars("tags").stream()
                .filter(tag -> tag.text().startsWith(space + "."))
                .skip(1)
                .forEach(tag -> report(
                        rule,
                        tag,
                        ProblemCode.CONFLICTING_TAGS,
                        "is a second one of " + space,
                        "one at most",
                        findings));
    }

    private static void techniques(LintedRule rule, Findings findings) {
        var attack = rule.scalars("tags").stream()
                .filter(tag -> tag.text().startsWith("attack."))
                .toList();
        if (!attack.isEmpty()
                && attack.stream().allMatch(tag -> TECHNIQUE.matcher(tag.text()).matches())) {
            report(
                    rule,
                    attack.get(0),
                    ProblemCode.TECHNIQUE_WITHOUT_TACTIC,
                    "is a technique, and no tactic is named",
                    "a tactic beside it",
                    findings);
        }
    }

    private void check(LintedRule rule, Yaml.Scalar tag, Findings findings) {
        if (!FORM.matcher(tag.text()).matches()) {
            report(
                    rule,
                    tag,
                    ProblemCode.TAG_FORMAT,
                    "is malformed",
                    "such as attack.t1218, in small letters",
                    findings);
            return;
        }
        var space = tag.text().substring(0, tag.text().indexOf('.'));
        var name = tag.text().substring(space.length() + 1);
        if (space.equals("attack")) {
            if (!attack.knows(name)) {
                report(
                        rule,
                        tag,
                        ProblemCode.ATTACK_TAG,
                        "names nothing of ATT&CK",
                        "a tactic or a technique",
                        findings);
            }
        } else if (!NAMESPACES.contains(space)) {
            report(
                    rule,
                    tag,
                    ProblemCode.TAG_NAMESPACE,
                    "has a name space of its own",
                    "one of attack, car, cve, d3fend, detection, stp, tlp",
                    findings);
        } else if (!fits(space, name)) {
            report(
                    rule,
                    tag,
                    ProblemCode.TAG_FORMAT,
                    "is none of its name space",
                    "a name as the tags appendix has it",
                    findings);
        }
    }

    private static boolean fits(String space, String name) {
        var pattern = NAMES.get(space);
        return pattern == null || pattern.matcher(name).matches();
    }

    private static void report(
            LintedRule rule, Yaml.Scalar tag, ProblemCode code, String what, String expected, Findings findings) {
        findings.add(rule, code, tag.position(), "the tag " + Shown.of(tag.text()) + " " + what, expected, "");
    }
}
