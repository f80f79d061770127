/** How a service begins, and what it says when it can't. */
@NullMarked
package dev.interlude.eventlog.start;

import org.jspecify.annotations.NullMarked;
