/** The calendar of staff as calendar programs read it. */
@NullMarked
package dev.interlude.planner.view.ics;

import org.jspecify.annotations.NullMarked;
