/** The maintenance window, pure: what may be done to it, and what then happened. */
@NullMarked
package dev.interlude.planner.window;

import org.jspecify.annotations.NullMarked;
