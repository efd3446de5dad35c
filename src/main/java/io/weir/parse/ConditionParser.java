package io.weir.parse;

import io.weir.rule.Condition;
import io.weir.rule.Condition.Quantified;
import io.weir.rule.Condition.Quantifier;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a condition (Sigma rules specification, "Condition"): {@code not} binds stronger than {@code and}, which binds stronger than
 * {@code or}. Operators are read in any case. A name may hold any characters but spaces, brackets and {@code |}; the operators are no
 * names, though names may begin with them.
 */
final class ConditionParser {

    /** How many words and brackets a condition may have. */
    static final int MOST_WORDS = 5_000;

    /** How deep brackets and {@code not} may nest. */
    static final int DEEPEST = 50;

    private static final Pattern COUNT = Pattern.compile("[0-9]+");

    private final Yaml.Scalar condition;
    private final ConditionNames names;
    private final ProblemLog log;
    private final List<ConditionToken> tokens;
    private int next;

    private ConditionParser(Yaml.Scalar condition, ConditionNames names, ProblemLog log) {
        this.condition = condition;
        this.names = names;
        this.log = log;
        this.tokens = ConditionToken.of(condition.text());
    }

    /** The condition over those names; none, and a problem in the log, if it can't be read. */
    static Optional<Condition> parse(Yaml.Scalar condition, ConditionNames names, ProblemLog log) {
        try {
            return Optional.of(new ConditionParser(condition, names, log).whole());
        } catch (Refusal refusal) {
            log.add(refusal.problem());
            return Optional.empty();
        }
    }

    private Condition whole() throws Refusal {
        if (tokens.size() > MOST_WORDS) {
            throw new Refusal(
                    problem(ProblemCode.TOO_LARGE, peek(), "a condition of more than " + MOST_WORDS + " words")
                            .expecting("at most " + MOST_WORDS + " words and brackets")
                            .fixedBy(names.haveQuantifiers() ? "write 1 of, or all of, with a pattern" : ""));
        }
        var whole = anyOf(1);
        if (!peek().isEnd()) {
            throw unexpected("and, or, or the end of the condition");
        }
        return whole;
    }

    private Condition anyOf(int depth) throws Refusal {
        var operands = new ArrayList<>(List.of(allOf(depth)));
        while (peek().is("or")) {
            next++;
            operands.add(allOf(depth));
        }
        return operands.size() == 1 ? operands.get(0) : new Condition.AnyOf(operands);
    }

    private Condition allOf(int depth) throws Refusal {
        var operands = new ArrayList<>(List.of(operand(depth)));
        while (peek().is("and")) {
            next++;
            operands.add(operand(depth));
        }
        return operands.size() == 1 ? operands.get(0) : new Condition.AllOf(operands);
    }

    private Condition operand(int depth) throws Refusal {
        if (depth > DEEPEST) {
            throw new Refusal(
                    problem(ProblemCode.TOO_LARGE, peek(), "a condition nested more than " + DEEPEST + " deep")
                            .expecting("fewer brackets and not inside each other"));
        } else if (peek().is("not")) {
            next++;
            return new Condition.Not(operand(depth + 1));
        } else if (peek().is("(")) {
            return bracketed(depth);
        }
        return isQuantifier() ? quantified() : named();
    }

    private Condition bracketed(int depth) throws Refusal {
        next++;
        var inside = anyOf(depth + 1);
        if (!peek().is(")")) {
            throw unexpected("and, or, or )");
        }
        next++;
        return inside;
    }

    private boolean isQuantifier() {
        var word = peek();
        boolean counts =
                word.is("any") || word.is("all") || COUNT.matcher(word.text()).matches();
        return counts && tokens.get(next + 1).is("of");
    }

    private Condition quantified() throws Refusal {
        var count = take();
        if (!count.is("1") && !count.is("any") && !count.is("all")) {
            throw new Refusal(problem(
                            ProblemCode.INVALID_CONDITION,
                            count,
                            "'" + count.text() + " of' is not a quantifier of Sigma")
                    .expecting("1 of, any of, or all of"));
        }
        next++;
        if (!peek().isName()) {
            throw unexpected("a name with *, or them");
        }
        var word = take();
        var pattern = word.is(Quantified.THEM) ? Quantified.THEM : word.text();
        var quantified = new Quantified(count.is("all") ? Quantifier.ALL : Quantifier.ONE, pattern);
        names.take(word, quantified);
        return quantified;
    }

    private Condition named() throws Refusal {
        var name = peek();
        if (!name.isName()) {
            throw unexpected(names.kind() + ", not, or (");
        }
        next++;
        names.take(name);
        return new Condition.Named(name.text());
    }

    private Refusal unexpected(String expected) {
        var token = peek();
        if (token.is("|") && names.haveQuantifiers()) {
            return new Refusal(problem(
                            ProblemCode.OUTDATED_SYNTAX,
                            token,
                            "'|' in a condition is not supported: Sigma 2 has it no more")
                    .expecting("selections joined by and, or, not")
                    .fixedBy("write a correlation rule"));
        }
        var found = token.isEnd()
                ? "the condition ends too early"
                : "unexpected " + Quoted.of(token.text()) + " in the condition";
        return new Refusal(problem(ProblemCode.INVALID_CONDITION, token, found).expecting(expected));
    }

    private Problem problem(ProblemCode code, ConditionToken token, String found) {
        return Problem.at(code, log.place(condition, token.offset()), found);
    }

    private ConditionToken peek() {
        return tokens.get(next);
    }

    private ConditionToken take() {
        return tokens.get(next++);
    }
}
