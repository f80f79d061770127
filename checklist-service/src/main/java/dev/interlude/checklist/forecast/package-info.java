/**
 * When the unfinished steps will be done: a deterministic schedule over dependencies and people,
 * and the stream that says so when it means something. Pure.
 */
@NullMarked
package dev.interlude.checklist.forecast;

import org.jspecify.annotations.NullMarked;
