package io.weir.cli;

import io.weir.alert.AlertStory;
import io.weir.correlate.Inquest;
import io.weir.correlate.KeptOut;
import io.weir.correlate.Sighting;
import io.weir.event.Stamp;
import io.weir.match.MatchInquest;
import io.weir.match.MatchedField;
import io.weir.match.RuleSet;
import io.weir.rule.Amount;
import io.weir.rule.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings for people. */
final class TextWhyPrinter implements WhyPrinter {

    private final RuleSet rules;
    private final int most;
    private final ShortfallText words;

    /** A printer that tells no more alerts of a rule than {@code most}. */
    TextWhyPrinter(RuleSet rules, int most) {
        this.rules = rules;
        this.most = most;
        this.words = new ShortfallText(rules);
    }

    @Override
    public String print(Finding finding) {
        return String.join("\n", lines(finding));
    }

    private List<String> lines(Finding finding) {
        return finding.match(new Finding.Cases<List<String>>() {
            @Override
            public List<String> detection(Finding.OfDetection detection) {
                return detectionLines(detection);
            }

            @Override
            public List<String> correlation(Finding.OfCorrelation correlation) {
                return correlationLines(correlation);
            }
        });
    }

    private static String headline(Finding finding, String verdict) {
        return Printable.of(finding.rule().header().label()) + ": " + verdict;
    }

    private static List<String> detectionLines(Finding.OfDetection finding) {
        var verdict = finding.verdict();
        var lines = new ArrayList<String>();
        lines.add(headline(
                finding, finding.matches() ? "matches " + Amount.of(verdict.matches(), "event") : "does not match"));
        lines.add(String.format(
                Locale.ROOT,
                "  of its log source: %s; of others: %,d%s",
                Amount.of(verdict.examined(), "event"),
                verdict.others(),
                elsewhere(verdict.elsewhere())));
        verdict.matched().forEach(seen -> {
            lines.add("  " + place(seen) + "  matches");
            seen.explanation().why().matched().forEach(field -> lines.add("    + " + fitted(field)));
        });
        verdict.nearest().forEach(seen -> {
            lines.add("  " + place(seen) + "  does not match");
            lines.addAll(PartText.lines(seen.explanation().whole(), "    "));
        });
        return lines;
    }

    private static String elsewhere(Map<String, Integer> elsewhere) {
        return elsewhere.isEmpty()
                ? ""
                : elsewhere.entrySet().stream()
                        .map(entry -> Printable.of(entry.getKey()) + " ×" + entry.getValue())
                        .collect(Collectors.joining(", ", " (most: ", ")"));
    }

    private static String place(MatchInquest.Seen seen) {
        var event = seen.event();
        return time(event.time()) + "  " + host(event.host().name()) + "  " + Printable.of(seen.place());
    }

    private static String time(Stamp time) {
        return time.isKnown() ? time.iso() : "no time";
    }

    private static String host(String name) {
        return name.isEmpty() ? "no host" : Printable.of(name);
    }

    private static String fitted(MatchedField field) {
        var name = field.field().isEmpty() ? "keyword" : field.field();
        return Printable.of(field.modifiers().isEmpty() ? name : name + "|" + field.modifiers()) + " '"
                + PartText.shown(field.pattern()) + "' in " + PartText.shown(field.value());
    }

    private List<String> correlationLines(Finding.OfCorrelation finding) {
        var verdict = finding.verdict();
        var lines = new ArrayList<String>();
        lines.add(headline(
                finding,
                finding.matches() ? "matches, " + Amount.of(verdict.alerts().size(), "alert") : "does not match"));
        if (finding.silent()) {
            lines.add("  it tells none of its own: correlations that refer to it tell in its stead");
        }
        verdict.matched()
                .forEach((rule, matches) -> lines.add(String.format(
                        Locale.ROOT, "  %,7d  %s", matches, PartText.shown(WhyPrinter.title(rules, rule)))));
        stories(verdict).forEach(lines::add);
        if (verdict.alerts().size() > most) {
            lines.add("  … and " + Amount.of(verdict.alerts().size() - most, "more alert"));
        }
        verdict.attempts().forEach(attempt -> lines.addAll(attempt(attempt)));
        verdict.keptOut().stream()
                .filter(kept -> kept.reason() != KeptOut.Reason.NEVER_MATCHED)
                .forEach(kept -> lines.addAll(keptOut(kept)));
        finding.below().forEach(below -> lines(below).forEach(line -> lines.add("  " + line)));
        return lines;
    }

    private Stream<String> stories(Inquest.Verdict verdict) {
        return verdict.alerts().values().stream()
                .map(body -> AlertStory.of(body).text())
                .sorted()
                .limit(most)
                .flatMap(String::lines)
                .map(line -> "  " + line);
    }

    private List<String> attempt(Inquest.Attempt attempt) {
        var lines = new ArrayList<String>();
        lines.add("  " + group(attempt.group()));
        lines.add("    " + attempt.shortfall().match(words));
        attempt.sightings().stream().limit(10).forEach(sighting -> lines.add("      " + sighting(sighting)));
        return lines;
    }

    private static String group(Map<String, String> group) {
        return group.isEmpty()
                ? "in all events"
                : group.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> Printable.of(entry.getKey()) + " " + PartText.shown(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private List<String> keptOut(KeptOut kept) {
        return Stream.concat(
                        Stream.of("  " + words.keptOut(kept)),
                        kept.examples().stream().map(example -> "      such as " + sighting(example)))
                .toList();
    }

    private String sighting(Sighting sighting) {
        var titles = sighting.rules().stream()
                .map(rule -> WhyPrinter.title(rules, rule))
                .collect(Collectors.joining(", "));
        var what = Stream.of("DestinationIp", "TargetFilename", "TargetObject", "CommandLine", "Image")
                .flatMap(field -> Stream.ofNullable(sighting.fields().get(field)))
                .findFirst()
                .map(value -> "  " + PartText.shown(value))
                .orElse("");
        return time(sighting.time()) + "  " + host(sighting.host()) + "  " + PartText.shown(titles) + what;
    }
}
