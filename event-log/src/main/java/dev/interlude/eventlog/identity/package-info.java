/** Who calls: opaque person ids and the grants a token carries. */
@NullMarked
package dev.interlude.eventlog.identity;

import org.jspecify.annotations.NullMarked;
