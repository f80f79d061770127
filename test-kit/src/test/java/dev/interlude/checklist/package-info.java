/** Stands for another service in tests of rules. */
@NullMarked
package dev.interlude.checklist;

import org.jspecify.annotations.NullMarked;
