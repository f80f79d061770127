/** What people and machines may ask of windows and components, over HTTP. */
@NullMarked
package dev.interlude.planner.command;

import org.jspecify.annotations.NullMarked;
