/** The windows at work now. */
@NullMarked
package dev.interlude.planner.view.board;

import org.jspecify.annotations.NullMarked;
