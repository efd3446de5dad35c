package io.weir.parse;

import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in one document, as its readers find it. A document with an empty log is a rule. */
final class ProblemLog {

    /** The most problems told of one document; a hostile one could have hundreds of thousands. */
    static final int MOST = 100;

    /** The most characters of one line of a letter. */
    private static final int LONGEST = 500;

    private final SourceText source;
    private final List<Problem> problems = new ArrayList<>();
    private String rule = "";

    ProblemLog(SourceText source) {
        this.source = source;
    }

    /** Says which rule all problems are of, those found before included. */
    void isOf(String label) {
        rule = label;
        problems.replaceAll(problem -> problem.ofRule(label));
    }

    /** Adds the problem, with the line of the file and the rule that it is of. */
    void add(Problem problem) {
        if (problems.size() < MOST) {
            problems.add(bounded(problem)
                    .withExcerpt(source.line(problem.position().line()))
                    .ofRule(rule));
        } else if (problems.size() == MOST) {
            problems.add(Problem.at(
                            ProblemCode.MORE_PROBLEMS,
                            problem.position(),
                            "more than " + MOST + " problems; the rest is not shown")
                    .ofRule(rule)
                    .expecting("at most " + MOST + ", to be told all of them"));
        }
    }

    /** The problem in words of bounded length, however long the names are that it repeats. */
    private static Problem bounded(Problem problem) {
        return Problem.at(problem.code(), problem.position(), bounded(problem.found()))
                .expecting(bounded(problem.expected()))
                .fixedBy(bounded(problem.fix()));
    }

    private static String bounded(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** Adds a problem that has nothing to say but where, what and what instead. */
    void add(ProblemCode code, Position position, String found, String expected) {
        add(Problem.at(code, position, found).expecting(expected));
    }

    /** Where a character of a scalar stands in the file, as far as that can be told. */
    Position place(Yaml.Scalar scalar, int offset) {
        return scalar.inset() < 0 ? WordPlace.of(source, scalar, offset) : scalar.at(offset);
    }

    /** Whether further problems would not be told, so that nobody need find words for them. */
    boolean isFull() {
        return problems.size() > MOST;
    }

    /** How many problems there are, to tell later whether a part had any. */
    int size() {
        return problems.size();
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
