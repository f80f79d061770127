/** Lists of windows, kept in rows. */
@NullMarked
package dev.interlude.planner.view.windowlist;

import org.jspecify.annotations.NullMarked;
