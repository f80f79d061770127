package dev.interlude.notifier.view.board;

import dev.interlude.notifier.notice.Impact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is public at one moment. Nothing here depends on the clock: a window runs when its crew
 * started it and is over when they ended it.
 *
 * @param running windows at work, the earliest end first
 * @param upcoming announced windows, the earliest start first
 * @param ended windows that are over, the latest first; not all of them
 * @param latest notices of all windows, newest first; not all of them
 * @param components every component that was ever mentioned, by name
 * @param changedAt when the last notice was published; the epoch when there is none
 * @param byId all windows, by id and by number
 */
public record Board(
        List<WindowHistory> running,
        List<WindowHistory> upcoming,
        List<WindowHistory> ended,
        List<PublicNotice> latest,
        List<ComponentNow> components,
        Instant changedAt,
        Map<String, WindowHistory> byId) {

    public Optional<WindowHistory> window(String idOrNumber) {
        return Optional.ofNullable(byId.get(idOrNumber));
    }

    /** The notices of one component, or of all when none is named. */
    public List<PublicNotice> latest(Optional<String> component) {
        return component
                .map(id -> latest.stream().filter(n -> mentions(n, id)).toList())
                .orElse(latest);
    }

    public boolean knows(String component) {
        return components.stream().anyMatch(c -> c.id().equals(component));
    }

    public Impact worstNow() {
        return components.stream()
                .map(ComponentNow::impact)
                .reduce(Impact.NO_IMPACT, Impact::worse);
    }

    private static boolean mentions(PublicNotice notice, String component) {
        return notice.window().components().stream().anyMatch(c -> c.id().equals(component));
    }
}
