/**
 * Rules of recurrence (RFC 5545, by lib-recur) and wall clocks over changes of the offset, pure.
 */
@NullMarked
package dev.interlude.planner.recurrence;

import org.jspecify.annotations.NullMarked;
