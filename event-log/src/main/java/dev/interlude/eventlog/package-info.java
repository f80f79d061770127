/** One log per service: what it decided and what it heard, in one gapless order. */
@NullMarked
package dev.interlude.eventlog;

import org.jspecify.annotations.NullMarked;
