/** A checklist as a GitHub task list with a few attributes, read and written. */
@NullMarked
package dev.interlude.checklist.markdown;

import org.jspecify.annotations.NullMarked;
