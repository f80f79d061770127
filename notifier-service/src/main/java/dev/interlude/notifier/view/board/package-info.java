/** What is public now and what was: folded in memory from NoticePublished and nothing else. */
@NullMarked
package dev.interlude.notifier.view.board;

import org.jspecify.annotations.NullMarked;
