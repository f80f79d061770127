/** A checklist as answers show it, folded from its stream. */
@NullMarked
package dev.interlude.checklist.view;

import org.jspecify.annotations.NullMarked;
