/** When a maintenance would fit, and what it would be in the way of. Pure. */
@NullMarked
package dev.interlude.planner.slot;

import org.jspecify.annotations.NullMarked;
