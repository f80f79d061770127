/**
 * The judge of a run, pure: what clients were answered, what the log holds, and what readers and
 * copies saw of it, compared.
 */
@NullMarked
package dev.interlude.faults.history;

import org.jspecify.annotations.NullMarked;
