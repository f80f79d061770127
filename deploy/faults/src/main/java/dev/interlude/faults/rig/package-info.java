/** The processes that are broken and brought back, and ways to look into them. */
@NullMarked
package dev.interlude.faults.rig;

import org.jspecify.annotations.NullMarked;
