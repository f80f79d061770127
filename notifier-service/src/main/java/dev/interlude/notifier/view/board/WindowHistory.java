package dev.interlude.notifier.view.board;

import dev.interlude.notifier.notice.AffectedComponent;
import dev.interlude.notifier.notice.Impact;
import dev.interlude.notifier.notice.NoticeEvent.NoticePublished;
import dev.interlude.notifier.notice.PublicWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the public was told of one window, oldest first; never empty.
 *
 * @param timeChanges how many notices after the first changed its times, its title or whether it
 *     takes place: the SEQUENCE of its calendar entry
 * @param worst the worst impact that was ever told, per component, in the order of first mention
 */
public record WindowHistory(
        List<PublicNotice> notices, int timeChanges, Map<String, AffectedComponent> worst) {

    static WindowHistory begin(PublicNotice first) {
        return new WindowHistory(List.of(first), 0, worse(Map.of(), first.window()));
    }

    WindowHistory with(PublicNotice next) {
        var all = new ArrayList<PublicNotice>();
        notices.forEach(notice -> all.add(next.correct(notice)));
        all.add(next);
        int changes = timeChanges + (samePlace(window(), next.window()) ? 0 : 1);
        return new WindowHistory(List.copyOf(all), changes, worse(worst, next.window()));
    }

    /** The window as it is public now. */
    public PublicWindow window() {
        return latest().window();
    }

    public PublicNotice latest() {
        return notices.getLast();
    }

    public PublicNotice first() {
        return notices.getFirst();
    }

    public List<PublicNotice> newestFirst() {
        return notices.reversed();
    }

    public String id() {
        return latest().notice().windowId();
    }

    public String number() {
        return latest().notice().number();
    }

    /** When the first notice of that state was published, or the latest when there is none. */
    public PublicNotice reached(java.util.function.Predicate<NoticePublished> what) {
        return notices.stream().filter(n -> what.test(n.notice())).findFirst().orElse(latest());
    }

    /** The instant that sorts windows which are over. */
    Instant endedAt() {
        Instant actualEnd = window().actualEnd();
        return actualEnd == null ? latest().occurredAt() : actualEnd;
    }

    private static boolean samePlace(PublicWindow one, PublicWindow other) {
        return one.start().equals(other.start())
                && one.end().equals(other.end())
                && one.title().equals(other.title())
                && one.tentative() == other.tentative()
                && one.state().over() == other.state().over();
    }

    private static Map<String, AffectedComponent> worse(
            Map<String, AffectedComponent> before, PublicWindow window) {
        var worst = new LinkedHashMap<>(before);
        for (AffectedComponent c : window.components()) {
            AffectedComponent known = worst.get(c.id());
            Impact impact = known == null ? c.impact() : known.impact().worse(c.impact());
            worst.put(c.id(), new AffectedComponent(c.id(), c.name(), impact));
        }
        return java.util.Collections.unmodifiableMap(worst);
    }
}
