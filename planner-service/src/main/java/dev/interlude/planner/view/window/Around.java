package dev.interlude.planner.view.window;

import dev.interlude.planner.window.FrozenBy;
import dev.interlude.planner.window.NoticePolicy;
import java.util.List;

/**
 * What a window is shown with besides itself.
 *
 * @param policy that it would be announced by now
 * @param frozen freezes that its time lies in
 */
public record Around(NoticePolicy policy, List<FrozenBy> frozen) {}
