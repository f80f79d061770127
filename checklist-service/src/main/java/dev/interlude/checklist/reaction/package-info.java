/** What a checklist does of itself: it follows its window, and says when its forecast moves. */
@NullMarked
package dev.interlude.checklist.reaction;

import org.jspecify.annotations.NullMarked;
