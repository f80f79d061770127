/** What the service says of itself: ready, and well. */
@NullMarked
package dev.interlude.eventlog.health;

import org.jspecify.annotations.NullMarked;
