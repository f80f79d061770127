/** The write side of a post-mortem, pure: so far only that it is due, and why. */
@NullMarked
package dev.interlude.postmortem.postmortem;

import org.jspecify.annotations.NullMarked;
