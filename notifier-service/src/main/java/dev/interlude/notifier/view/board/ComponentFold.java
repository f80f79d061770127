package dev.interlude.notifier.view.board;

import static java.util.Comparator.comparing;

import dev.interlude.notifier.notice.AffectedComponent;
import dev.interlude.notifier.notice.Impact;
import dev.interlude.notifier.notice.WindowState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds what was said of each component. */
final class ComponentFold {

    /** A component outside any running window: what the last finished window left. */
    private record Known(String name, Impact left, Instant firstTold, Instant lastTold) {}

    private final Map<String, Known> known = new HashMap<>();

    void take(PublicNotice notice) {
        boolean completed = notice.window().state() == WindowState.Completed;
        for (AffectedComponent c : notice.window().components()) {
            Known before = known.get(c.id());
            Impact left = before == null ? Impact.NO_IMPACT : before.left();
            known.put(
                    c.id(),
                    new Known(
                            c.name(),
                            completed ? c.impact() : left,
                            before == null ? notice.publishedAt() : before.firstTold(),
                            notice.publishedAt()));
        }
    }

    List<ComponentNow> now(List<WindowHistory> running) {
        Map<String, Impact> atWork = new HashMap<>();
        for (WindowHistory window : running) {
            for (AffectedComponent c : window.window().components()) {
                atWork.merge(c.id(), c.impact(), Impact::worse);
            }
        }
        return known.entrySet().stream()
                .map(e -> now(e.getKey(), e.getValue(), atWork))
                .sorted(comparing(ComponentNow::name).thenComparing(ComponentNow::id))
                .toList();
    }

    private static ComponentNow now(String id, Known known, Map<String, Impact> atWork) {
        Impact working = atWork.getOrDefault(id, Impact.NO_IMPACT);
        return new ComponentNow(
                id,
                known.name(),
                known.left().worse(working),
                atWork.containsKey(id),
                known.firstTold(),
                known.lastTold());
    }
}
