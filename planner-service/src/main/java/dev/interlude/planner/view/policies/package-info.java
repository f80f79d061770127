/** The scopes that have a notice policy of their own, kept in rows. */
@NullMarked
package dev.interlude.planner.view.policies;

import org.jspecify.annotations.NullMarked;
