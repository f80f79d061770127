/** One class per way of breaking things. Each brings back what it broke. */
@NullMarked
package dev.interlude.faults.fault;

import org.jspecify.annotations.NullMarked;
