/**
 * The checklist and its two-person execution, pure: commands, events, state, and a decider split by
 * concern (authoring, review, execution, readiness).
 */
@NullMarked
package dev.interlude.checklist.checklist;

import org.jspecify.annotations.NullMarked;
