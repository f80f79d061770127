/** The status page: what runs, what comes, what was; one page per window; the history. */
@NullMarked
package dev.interlude.notifier.view.page;

import org.jspecify.annotations.NullMarked;
