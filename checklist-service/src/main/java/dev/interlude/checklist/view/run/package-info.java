/** Earlier runs of templates, and how long their steps took. */
@NullMarked
package dev.interlude.checklist.view.run;

import org.jspecify.annotations.NullMarked;
