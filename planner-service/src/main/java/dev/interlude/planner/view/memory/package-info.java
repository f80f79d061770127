/** Small read models that each replica holds in memory, since every command reads them. */
@NullMarked
package dev.interlude.planner.view.memory;

import org.jspecify.annotations.NullMarked;
