/**
 * Those who read the log in order: projections (rows, once), followers (memory, in each replica)
 * and reactions (decide something because of it).
 */
@NullMarked
package dev.interlude.eventlog.follow;

import org.jspecify.annotations.NullMarked;
