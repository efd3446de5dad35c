package io.weir.match;

import io.weir.rule.Selection;
import java.util.List;

/** Turns what a selection says into what runs. */
final class SelectionCompiler implements Selection.Cases<Matcher> {

    private final String name;
    private final RuleProblems problems;

    /** A compiler of the selection of that name. */
    SelectionCompiler(String name, RuleProblems problems) {
        this.name = name;
        this.problems = problems;
    }

    Matcher compile(Selection selection) {
        return selection.match(this);
    }

    private List<Matcher> all(List<Selection> parts) {
        return parts.stream().map(this::compile).toList();
    }

    @Override
    public Matcher allOf(Selection.AllOf selection) {
        return new Matcher.AllOf(all(selection.parts()));
    }

    @Override
    public Matcher anyOf(Selection.AnyOf selection) {
        return new Matcher.AnyOf(all(selection.parts()));
    }

    @Override
    public Matcher test(Selection.Test selection) {
        return new ItemCompiler(name, selection.item(), problems).compile();
    }
}
