/** Maintenances that come again by a rule, pure; each opens as a window of its own. */
@NullMarked
package dev.interlude.planner.series;

import org.jspecify.annotations.NullMarked;
