/** Series, kept in rows, and their occurrences that are to come. */
@NullMarked
package dev.interlude.planner.view.series;

import org.jspecify.annotations.NullMarked;
