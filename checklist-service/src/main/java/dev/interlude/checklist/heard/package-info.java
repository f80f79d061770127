/** Of others' events, the fields that a checklist reads; the rest is passed over. */
@NullMarked
package dev.interlude.checklist.heard;

import org.jspecify.annotations.NullMarked;
