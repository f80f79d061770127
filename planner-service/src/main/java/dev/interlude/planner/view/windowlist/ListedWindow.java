package dev.interlude.planner.view.windowlist;

import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.State;
import java.time.Instant;
import java.util.List;

/** A window of the list as it is written: the columns of its row, and its components. */
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

    ListedWindow in(State next) {
        boolean over = next == State.COMPLETED || next == State.CANCELLED;
        return with(title, next.written(), overrun && !over, endsAt, components);
    }

    ListedWindow pastItsEnd() {
        return with(title, state, true, endsAt, components);
    }

    ListedWindow until(Instant newEnd) {
        return with(title, state, false, newEnd, components);
    }

    ListedWindow moved(Instant newStart, Instant newEnd) {
        return new ListedWindow(
                id,
                number,
                title,
                state,
                false,
                kind,
                audience,
                team,
                zone,
                newStart,
                newEnd,
                components);
    }

    ListedWindow revised(String newTitle, List<ListedComponent> newComponents, String newAudience) {
        return new ListedWindow(
                id,
                number,
                newTitle,
                state,
                overrun,
                kind,
                newAudience,
                team,
                zone,
                startsAt,
                endsAt,
                newComponents);
    }

    private ListedWindow with(
            String newTitle,
            String newState,
            boolean nowOverrun,
            Instant newEnd,
            List<ListedComponent> newComponents) {
        return new ListedWindow(
                id,
                number,
                newTitle,
                newState,
                nowOverrun,
                kind,
                audience,
                team,
                zone,
                startsAt,
                newEnd,
                newComponents);
    }
}
