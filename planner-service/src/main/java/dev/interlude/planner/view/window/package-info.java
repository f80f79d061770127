/** One window, folded from its stream and so always current. */
@NullMarked
package dev.interlude.planner.view.window;

import org.jspecify.annotations.NullMarked;
