/**
 * From other services into the log. Kafka brings events within milliseconds; what guarantees that
 * none is missing is the list each service gives of what it published, asked for whenever something
 * may be missing.
 */
@NullMarked
package dev.interlude.eventlog.inbox;

import org.jspecify.annotations.NullMarked;
