/** The checklist of a maintenance: steps, two people on each, and the forecast of its end. */
@NullMarked
package dev.interlude.checklist;

import org.jspecify.annotations.NullMarked;
