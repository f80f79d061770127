/** Templates: the list in rows, and one as answers show it. */
@NullMarked
package dev.interlude.checklist.view.template;

import org.jspecify.annotations.NullMarked;
