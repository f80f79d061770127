/** Times in which no work is begun: once, or by a rule. Pure. */
@NullMarked
package dev.interlude.planner.freeze;

import org.jspecify.annotations.NullMarked;
