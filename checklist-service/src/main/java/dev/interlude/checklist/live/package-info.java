/** What is looked at again as time goes by, and told to whoever listens just now. */
@NullMarked
package dev.interlude.checklist.live;

import org.jspecify.annotations.NullMarked;
