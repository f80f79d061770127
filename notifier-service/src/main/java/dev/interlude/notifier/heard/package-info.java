/** What the notifier reads of the planner's events: only the fields that may become public. */
@NullMarked
package dev.interlude.notifier.heard;

import org.jspecify.annotations.NullMarked;
