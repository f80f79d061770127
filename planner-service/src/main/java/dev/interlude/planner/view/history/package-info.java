/** What happened to a window, event by event. */
@NullMarked
package dev.interlude.planner.view.history;

import org.jspecify.annotations.NullMarked;
