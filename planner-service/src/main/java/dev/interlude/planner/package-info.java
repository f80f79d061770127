/** The planner: when a maintenance takes place, who does it, and what people are promised. */
@NullMarked
package dev.interlude.planner;

import org.jspecify.annotations.NullMarked;
