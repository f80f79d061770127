/** The words and times of everything that people read. */
@NullMarked
package dev.interlude.notifier.view.wording;

import org.jspecify.annotations.NullMarked;
