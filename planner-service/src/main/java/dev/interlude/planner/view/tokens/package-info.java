/** Calendar tokens, kept in rows by the hash of their secret. */
@NullMarked
package dev.interlude.planner.view.tokens;

import org.jspecify.annotations.NullMarked;
