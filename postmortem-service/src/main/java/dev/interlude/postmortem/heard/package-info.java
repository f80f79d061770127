/** Tolerant records of only the fields that are read from other services' events. */
@NullMarked
package dev.interlude.postmortem.heard;

import org.jspecify.annotations.NullMarked;
