/** Where runners ask for scripts to run, say that they are alive, and report. */
@NullMarked
package dev.interlude.checklist.scripts;

import org.jspecify.annotations.NullMarked;
