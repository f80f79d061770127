/** Tokens in rows: those of calendars by the hash of their secret, API tokens without any of it. */
@NullMarked
package dev.interlude.planner.view.tokens;

import org.jspecify.annotations.NullMarked;
