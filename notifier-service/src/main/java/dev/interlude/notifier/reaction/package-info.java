/** What the notifier does by itself when the planner's events are heard. */
@NullMarked
package dev.interlude.notifier.reaction;

import org.jspecify.annotations.NullMarked;
