/** Evidence for steps: files, kept by their digest, and links. */
@NullMarked
package dev.interlude.checklist.evidence;

import org.jspecify.annotations.NullMarked;
