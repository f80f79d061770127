/** Freezes, kept in rows. */
@NullMarked
package dev.interlude.planner.view.freezes;

import org.jspecify.annotations.NullMarked;
