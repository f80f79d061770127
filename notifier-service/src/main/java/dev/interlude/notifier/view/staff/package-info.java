/** What staff see of the notices: the exact texts. */
@NullMarked
package dev.interlude.notifier.view.staff;

import org.jspecify.annotations.NullMarked;
