/** Keeps what all services published, tells it as a timeline and says when a post-mortem is due. */
@NullMarked
package dev.interlude.postmortem;

import org.jspecify.annotations.NullMarked;
