/** The same facts in the shape of Statuspage's API, for the tools that read that. */
@NullMarked
package dev.interlude.notifier.view.statuspage;

import org.jspecify.annotations.NullMarked;
