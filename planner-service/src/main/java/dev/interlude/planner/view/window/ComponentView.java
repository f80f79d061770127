package dev.interlude.planner.view.window;

import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.Window.Known;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A component of the window.
 *
 * @param impact what customers were or will be told; absent when the component was not foreseen
 * @param present what they notice while the work runs; absent before and after
 */
public record ComponentView(
        String id, String name, @Nullable Impact impact, @Nullable Impact present) {

    static List<ComponentView> of(Known w) {
        Map<String, Impact> told =
                w.plan().components().stream()
                        .collect(Collectors.toMap(ComponentImpact::id, ComponentImpact::impact));
        Function<ComponentImpact, ComponentView> view =
                now ->
                        new ComponentView(
                                now.id(),
                                now.name(),
                                told.get(now.id()),
                                w.state().running() ? now.impact() : null);
        return w.presentImpacts().stream().map(view).toList();
    }
}
