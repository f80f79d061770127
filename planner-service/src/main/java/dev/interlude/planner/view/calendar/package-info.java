/** What takes place, by day or by time, and whether a pipeline may go on. */
@NullMarked
package dev.interlude.planner.view.calendar;

import org.jspecify.annotations.NullMarked;
