/** Tokens that open one thing only and can be taken back: a calendar for a calendar program. */
@NullMarked
package dev.interlude.planner.token;

import org.jspecify.annotations.NullMarked;
