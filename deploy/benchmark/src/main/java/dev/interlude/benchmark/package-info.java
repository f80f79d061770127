/**
 * Measures the product as real processes, each figure as a ratio to the limit of what it stands on,
 * taken side by side in one run.
 */
@NullMarked
package dev.interlude.benchmark;

import org.jspecify.annotations.NullMarked;
