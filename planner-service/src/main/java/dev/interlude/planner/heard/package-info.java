/** Of other services' events, the fields that the planner reads; the rest is passed over. */
@NullMarked
package dev.interlude.planner.heard;

import org.jspecify.annotations.NullMarked;
