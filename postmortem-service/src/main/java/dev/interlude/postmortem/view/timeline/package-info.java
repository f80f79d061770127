/** The timeline of one window: every published event about it, each with one readable sentence. */
@NullMarked
package dev.interlude.postmortem.view.timeline;

import org.jspecify.annotations.NullMarked;
