/** Breaks the product's real processes while clients use them, and judges what is left. */
@NullMarked
package dev.interlude.faults;

import org.jspecify.annotations.NullMarked;
