/** The public stream of notices as server-sent events. */
@NullMarked
package dev.interlude.notifier.view.stream;

import org.jspecify.annotations.NullMarked;
