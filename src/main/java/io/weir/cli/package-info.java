/**
 * The {@code weir} command: what a person types, and what they read in answer.
 *
 * <p>In: arguments, files, topics. Out: text or JSON on standard output, problems and counts on standard error, and an exit code: 0 done,
 * 1 a check failed, 2 usage or input error, said in one line.
 *
 * <p>Read {@link io.weir.cli.WeirCommand} first: each subcommand is one class.
 */
@NullMarked
package io.weir.cli;

import org.jspecify.annotations.NullMarked;
