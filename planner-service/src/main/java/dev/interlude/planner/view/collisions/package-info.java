/** What a window would be in the way of, asked before and after it is planned. */
@NullMarked
package dev.interlude.planner.view.collisions;

import org.jspecify.annotations.NullMarked;
