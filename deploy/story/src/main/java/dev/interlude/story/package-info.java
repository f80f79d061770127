/**
 * Plays a story against a running Interlude as people would: by REST, through the front door, with
 * their own tokens, while the clock is moved forward. Demo and system tests share it.
 */
@NullMarked
package dev.interlude.story;

import org.jspecify.annotations.NullMarked;
