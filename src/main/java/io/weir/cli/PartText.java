package io.weir.cli;

import io.weir.match.Likeness;
import io.weir.match.Part;
import io.weir.rule.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A rule's condition, part by part, for people: what holds in a line, marked {@code +}, what does not with what it lacks, marked {@code -}. */
final class PartText implements Part.Cases<List<String>> {

    private static final String STEP = "  ";
    private static final int MOST_PARTS = 8;
    private static final int MOST_PATTERNS = 4;
    private static final int WIDEST = 120;

    private final String indent;

    private PartText(String indent) {
        this.indent = indent;
    }

    /** The lines of a condition, each begun by the indent. */
    static List<String> lines(Part whole, String indent) {
        return whole.match(new PartText(indent));
    }

    private List<String> inner(List<Part> parts) {
        var lines = new ArrayList<String>();
        parts.stream().limit(MOST_PARTS).forEach(part -> lines.addAll(lines(part, indent + STEP)));
        if (parts.size() > MOST_PARTS) {
            lines.add(indent + STEP + "… and " + (parts.size() - MOST_PARTS) + " more");
        }
        return lines;
    }

    private List<String> under(String headline, List<String> more) {
        var lines = new ArrayList<>(List.of(indent + headline));
        lines.addAll(more);
        return lines;
    }

    @Override
    public List<String> joined(Part.Joined part) {
        if (part.holds()) {
            return List.of(indent + "+ " + words(part));
        }
        if (part.parts().size() == 1) {
            return part.name().isEmpty()
                    ? lines(part.parts().get(0), indent)
                    : under("- " + Printable.of(part.name()), inner(part.parts()));
        }
        var name = part.name().isEmpty() ? "" : Printable.of(part.name()) + ": ";
        return switch (part.join()) {
            case ALL -> under("- " + name + "all of these, and not all hold", inner(part.parts()));
            case ANY -> under("- " + name + "one of these, and none holds", inner(part.parts()));
        };
    }

    @Override
    public List<String> negated(Part.Negated part) {
        if (part.holds()) {
            return List.of(indent + "+ not " + words(part.part()));
        }
        return under("- not " + words(part.part()) + ", and it holds", holding(part.part()));
    }

    /** The tests that make a part hold. */
    private List<String> holding(Part part) {
        return part.match(new Part.Cases<List<String>>() {
            @Override
            public List<String> joined(Part.Joined joined) {
                return joined.parts().stream()
                        .filter(Part::holds)
                        .limit(MOST_PARTS)
                        .flatMap(one -> holding(one).stream())
                        .toList();
            }

            @Override
            public List<String> negated(Part.Negated negated) {
                return lines(negated, indent + STEP);
            }

            @Override
            public List<String> test(Part.Test test) {
                return lines(test, indent + STEP);
            }
        });
    }

    private static String words(Part part) {
        return part.match(new Part.Cases<String>() {
            @Override
            public String joined(Part.Joined joined) {
                if (!joined.name().isEmpty()) {
                    return Printable.of(joined.name());
                }
                var join = joined.join() == Part.Join.ALL ? " and " : " or ";
                return joined.parts().stream()
                        .limit(MOST_PARTS)
                        .map(PartText::words)
                        .collect(Collectors.joining(join, "(", ")"));
            }

            @Override
            public String negated(Part.Negated negated) {
                return "not " + words(negated.part());
            }

            @Override
            public String test(Part.Test test) {
                return name(test);
            }
        });
    }

    @Override
    public List<String> test(Part.Test test) {
        return List.of(indent + (test.holds() ? "+ " + fits(test) : "- " + lacks(test)));
    }

    private static String fits(Part.Test test) {
        if (test.fitting().isEmpty()) {
            return name(test) + " " + patterns(test.sought().patterns()) + ": " + found(test);
        }
        return name(test) + " " + patterns(test.fitting())
                + (test.values().isEmpty() ? "" : " in " + shown(test.values().get(0)));
    }

    private static String lacks(Part.Test test) {
        var missing = Likeness.missing(test);
        var wanted = missing.isEmpty()
                ? " must not be " + patterns(test.fitting())
                : " wants " + (test.sought().all() && missing.size() > 1 ? "all of " : "") + patterns(missing);
        var nearest = missing.size() > 1
                ? Likeness.nearest(test).map(PartText::nearest).orElse("")
                : "";
        return name(test) + wanted + "; " + found(test) + nearest;
    }

    private static String nearest(Likeness.Nearest nearest) {
        return nearest.likeness() < 0.5 ? "" : "; nearest " + quoted(nearest.pattern());
    }

    private static String found(Part.Test test) {
        var field = test.sought().field();
        if (field.isEmpty()) {
            return "no value of the event is so";
        }
        return switch (test.found()) {
            case ABSENT -> "the event has no field " + Printable.of(field);
            case NULL -> "the field has no value";
            case VALUE ->
                "found " + test.values().stream().limit(3).map(PartText::value).collect(Collectors.joining(", "));
        };
    }

    private static String value(String text) {
        return text.isEmpty() ? "an empty text" : shown(text);
    }

    private static String name(Part.Test test) {
        var sought = test.sought();
        var name = sought.field().isEmpty() ? "keyword" : sought.field();
        return Printable.of(sought.modifiers().isEmpty() ? name : name + "|" + sought.modifiers());
    }

    private static String patterns(List<String> patterns) {
        var some = patterns.stream().limit(MOST_PATTERNS).map(PartText::quoted).collect(Collectors.joining(", "));
        int rest = patterns.size() - MOST_PATTERNS;
        return rest > 0 ? some + " or " + rest + " more" : some;
    }

    private static String quoted(String text) {
        return "'" + shown(text) + "'";
    }

    /** Text of rules and events, safe to be shown and not too wide. */
    static String shown(String text) {
        return Printable.of(text.length() <= WIDEST ? text : text.substring(0, WIDEST))
                + (text.length() > WIDEST ? "…" : "");
    }
}
