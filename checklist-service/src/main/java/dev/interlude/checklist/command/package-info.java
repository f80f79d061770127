/** What can be asked of checklists over HTTP. */
@NullMarked
package dev.interlude.checklist.command;

import org.jspecify.annotations.NullMarked;
