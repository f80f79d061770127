/** Atom, RSS and JSON feeds: an entry per notice. */
@NullMarked
package dev.interlude.notifier.view.feed;

import org.jspecify.annotations.NullMarked;
