/** From the log to Kafka: every published event at least once, in order, byte for byte. */
@NullMarked
package dev.interlude.eventlog.relay;

import org.jspecify.annotations.NullMarked;
