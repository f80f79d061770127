package dev.interlude.notifier.view.board;

import static java.util.Comparator.comparing;

import dev.interlude.notifier.notice.WindowState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Folds notices, one after the other. What it hands out per event is bounded, so that a long
 * history does not make a change slower to see; only the look-up of single windows knows them all.
 */
final class BoardFold {

    static final int ENDED_KEPT = 200;
    static final int NOTICES_KEPT = 500;

    private final Map<String, WindowHistory> byId = new ConcurrentHashMap<>();
    private final Map<String, WindowHistory> open = new LinkedHashMap<>();
    private final Deque<WindowHistory> ended = new ArrayDeque<>();
    private final Deque<PublicNotice> latest = new ArrayDeque<>();
    private final ComponentFold components = new ComponentFold();
    private Instant changedAt = Instant.EPOCH;

    void take(PublicNotice notice) {
        String id = notice.notice().windowId();
        WindowHistory known = byId.get(id);
        WindowHistory window = known == null ? WindowHistory.begin(notice) : known.with(notice);
        byId.put(id, window);
        byId.put(window.number(), window);
        place(id, window);
        correct(notice);
        keep(latest, notice, NOTICES_KEPT);
        components.take(notice);
        changedAt = notice.publishedAt();
    }

    Board board() {
        var running = open(WindowState::running);
        return new Board(
                running.stream().sorted(comparing(w -> w.window().end())).toList(),
                open(state -> !state.running()).stream()
                        .sorted(comparing(w -> w.window().start()))
                        .toList(),
                List.copyOf(ended),
                List.copyOf(latest),
                components.now(running),
                changedAt,
                byId);
    }

    private List<WindowHistory> open(java.util.function.Predicate<WindowState> which) {
        return open.values().stream().filter(w -> which.test(w.window().state())).toList();
    }

    private void place(String id, WindowHistory window) {
        boolean wasOpen = open.remove(id) != null;
        if (!window.window().state().over()) {
            open.put(id, window);
            return;
        }
        if (!wasOpen) {
            ended.removeIf(w -> w.id().equals(id));
        }
        keep(ended, window, ENDED_KEPT);
    }

    private void correct(PublicNotice notice) {
        if (notice.notice().corrects() != null) {
            List<PublicNotice> corrected = latest.stream().map(notice::correct).toList();
            latest.clear();
            latest.addAll(corrected);
        }
    }

    private static <T> void keep(Deque<T> newestFirst, T next, int atMost) {
        newestFirst.addFirst(next);
        if (newestFirst.size() > atMost) {
            newestFirst.removeLast();
        }
    }
}
