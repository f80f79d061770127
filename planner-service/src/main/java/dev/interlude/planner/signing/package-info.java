/** Signs API tokens with the key whose public half all services know. */
@NullMarked
package dev.interlude.planner.signing;

import org.jspecify.annotations.NullMarked;
