/** Which windows are under way, as rows. */
@NullMarked
package dev.interlude.checklist.view.underway;

import org.jspecify.annotations.NullMarked;
