package dev.interlude.postmortem.view.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a timeline.
 *
 * @param facts about the window
 * @param entries in the order asked for
 * @param next where the next page begins; null on the last
 */
record TimelinePage(WindowFacts facts, List<TimelineEntry> entries, @Nullable Cursor next) {}
