/**
 * YAML in, rules, pipelines or problems out.
 *
 * <p>In: rule files, which may be hostile: size, depth, aliases, and the length of keys and conditions are bounded. Out:
 * {@link io.weir.parse.ParsedRules}: the rules that could be read and the problems of those that could not, all of a file at once. Nothing
 * here runs a rule, and nothing is looked up. Filters are applied to the rules that they are for; pipelines are read only.
 *
 * <p>Read {@link io.weir.parse.RuleParser} first. Inside, a file goes through {@code SourceDecoder} (bytes to text), {@code
 * DocumentSplitter}, {@code YamlReader} (values with their places), {@code DocumentParser} (a rule), and {@code RuleBook} (one id, one
 * rule). What is wrong on the way goes to the {@code ProblemLog} of its document. {@link io.weir.parse.PipelineParser} reads pipelines the
 * same way.
 */
@NullMarked
package io.weir.parse;

import org.jspecify.annotations.NullMarked;
