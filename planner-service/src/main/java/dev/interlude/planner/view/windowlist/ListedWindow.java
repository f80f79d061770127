package dev.interlude.planner.view.windowlist;

import dev.interlude.planner.window.ComponentImpact;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A window of the list as it is written: the columns of its row, and its components.
 *
 * @param holds how many stand
 * @param words all that can be searched, lower case
 * @param revision how often what a calendar shows of it has changed
 */
record ListedWindow(
        String id,
        long number,
        String title,
        String state,
        boolean overrun,
        String kind,
        String audience,
        String team,
        String zone,
        Instant startsAt,
        Instant endsAt,
        boolean tentative,
        boolean announced,
        boolean delayed,
        int holds,
        @Nullable String outcome,
        @Nullable String series,
        String words,
        @Nullable Instant actualEnd,
        int revision,
        Instant plannedAt,
        Instant changedAt,
        List<ListedComponent> components) {

    /** A component of it, by window and slug. */
    record ListedComponent(
            String id,
            String windowId,
            String componentId,
            int ordinal,
            String name,
            String impact) {

        static ListedComponent of(String windowId, int ordinal, ComponentImpact component) {
            return new ListedComponent(
                    windowId + "/" + component.id(),
                    windowId,
                    component.id(),
                    ordinal,
                    component.name(),
                    component.impact().name());
        }
    }

    /** The same with what is put into the draft of it. */
    ListedWindow with(Consumer<RowDraft> change) {
        var draft = new RowDraft(this);
        change.accept(draft);
        return draft.row();
    }

    ListedWindow changed(Instant at) {
        return new ListedWindow(
                id,
                number,
                title,
                state,
                overrun,
                kind,
                audience,
                team,
                zone,
                startsAt,
                endsAt,
                tentative,
                announced,
                delayed,
                holds,
                outcome,
                series,
                words,
                actualEnd,
                revision,
                plannedAt,
                at,
                components);
    }
}
