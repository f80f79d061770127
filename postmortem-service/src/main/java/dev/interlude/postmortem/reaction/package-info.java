/** What this service does by itself because of what it heard. */
@NullMarked
package dev.interlude.postmortem.reaction;

import org.jspecify.annotations.NullMarked;
