/** Clients of the planner, and what they were answered. */
@NullMarked
package dev.interlude.faults.load;

import org.jspecify.annotations.NullMarked;
