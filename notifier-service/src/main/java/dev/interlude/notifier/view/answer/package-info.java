/** Rendered once, answered often: bytes with entity tag and gzip. */
@NullMarked
package dev.interlude.notifier.view.answer;

import org.jspecify.annotations.NullMarked;
