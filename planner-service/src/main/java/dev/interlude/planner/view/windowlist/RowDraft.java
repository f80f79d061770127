package dev.interlude.planner.view.windowlist;

import dev.interlude.planner.view.windowlist.ListedWindow.ListedComponent;
import dev.interlude.planner.window.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event changes of a row; the rest stays as it was. */
final class RowDraft {

    private final ListedWindow was;
    String title;
    String state;
    boolean overrun;
    String audience;
    Instant startsAt;
    Instant endsAt;
    boolean tentative;
    boolean announced;
    boolean delayed;
    int holds;
    @Nullable String outcome;
    String words;
    @Nullable Instant actualEnd;
    private int revision;
    List<ListedComponent> components;

    RowDraft(ListedWindow was) {
        this.was = was;
        this.title = was.title();
        this.state = was.state();
        this.overrun = was.overrun();
        this.audience = was.audience();
        this.startsAt = was.startsAt();
        this.endsAt = was.endsAt();
        this.tentative = was.tentative();
        this.announced = was.announced();
        this.delayed = was.delayed();
        this.holds = was.holds();
        this.outcome = was.outcome();
        this.words = was.words();
        this.actualEnd = was.actualEnd();
        this.revision = was.revision();
        this.components = was.components();
    }

    /** What comes to another state is not late for its start any more. */
    void come(State next) {
        state = next.written();
        delayed = false;
        overrun = overrun && !next.ended();
    }

    /** Calendars show it otherwise from now on. */
    void revised() {
        revision++;
    }

    ListedWindow row() {
        return new ListedWindow(
                was.id(),
                was.number(),
                title,
                state,
                overrun,
                was.kind(),
                audience,
                was.team(),
                was.zone(),
                startsAt,
                endsAt,
                tentative,
                announced,
                delayed,
                holds,
                outcome,
                was.series(),
                words,
                actualEnd,
                revision,
                was.plannedAt(),
                was.changedAt(),
                components);
    }
}
