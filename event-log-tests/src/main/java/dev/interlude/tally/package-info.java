/** The smallest service that uses all of the event log: it counts. */
@NullMarked
package dev.interlude.tally;

import org.jspecify.annotations.NullMarked;
