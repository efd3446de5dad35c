/**
 * {@code weir soak}: a steady stream with a known answer through the job on a real cluster, while things go wrong.
 *
 * <p>A {@link io.weir.cli.soak.Sender} sends, {@link io.weir.cli.soak.Fault}s happen one after the other, and after each the
 * {@link io.weir.cli.soak.Ledger} says whether readers of committed records have seen what they must, no less and nothing twice. Read
 * {@link io.weir.cli.soak.Soak} first.
 */
@NullMarked
package io.weir.cli.soak;

import org.jspecify.annotations.NullMarked;
