/**
 * What a pure core needs and nothing else: commands come in with an {@link
 * dev.interlude.eventlog.decider.Act}, a {@link dev.interlude.eventlog.decider.Decider} turns them
 * into facts or a rejection. No clock, no input or output, no framework.
 */
@NullMarked
package dev.interlude.eventlog.decider;

import org.jspecify.annotations.NullMarked;
