package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Promise.Announcement;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.ChangeImpact;
import dev.interlude.planner.window.WindowCommand.PostProgress;
import dev.interlude.planner.window.WindowEvent.ComponentChange;
import dev.interlude.planner.window.WindowEvent.ImpactChanged;
import dev.interlude.planner.window.WindowEvent.ProgressPosted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told while it goes on. */
final class Telling {

    private Telling() {}

    static Decision<WindowEvent> progress(PostProgress c, Known w) {
        Rejection no =
                Refusals.first(
                        Rights.liaisonOrCrew(c.act(), w),
                        promised(w),
                        c.publicText() == null && c.internalText() == null
                                ? Rejection.invalid("", "must have a publicText or an internalText")
                                : null,
                        Times.happened(c.occurredAt(), began(w), c.act().now()),
                        nextUpdate(c));
        if (no != null) {
            return Decision.reject(no);
        }
        return at(
                c.occurredAt(),
                new ProgressPosted(
                        w.plan().windowId(),
                        w.course().updates().size() + 1,
                        c.publicText(),
                        c.internalText(),
                        c.nextUpdateBy()));
    }

    private static @Nullable Rejection nextUpdate(PostProgress c) {
        if (c.nextUpdateBy() == null) {
            return null;
        }
        if (!c.nextUpdateBy().isAfter(c.act().now())) {
            return Rejection.invalid("/nextUpdateBy", "must lie in the future");
        }
        return c.nextUpdateBy().isAfter(c.act().now().plus(Times.LONGEST))
                ? Rejection.invalid("/nextUpdateBy", "must not lie more than 90 days ahead")
                : null;
    }

    static Decision<WindowEvent> impact(ChangeImpact c, Known w) {
        Rejection no =
                Refusals.first(
                        Rights.liaisonOrCrew(c.act(), w),
                        Running.running(w),
                        PlanRules.components(c.components()),
                        Times.happened(c.occurredAt(), w.course().startedAt(), c.act().now()));
        if (no != null) {
            return Decision.reject(no);
        }
        List<ComponentChange> changes =
                c.components().stream()
                        .map(to -> change(to, w))
                        .filter(change -> change.impact() != change.previousImpact())
                        .toList();
        if (changes.isEmpty()) {
            return Decision.nothing();
        }
        return at(
                c.occurredAt(),
                new ImpactChanged(
                        w.plan().windowId(),
                        w.course().impacts().size() + 1,
                        changes,
                        changes.stream().anyMatch(change -> worseThanAnnounced(change, w)),
                        c.publicText()));
    }

    private static ComponentChange change(ComponentImpact to, Known w) {
        Impact before =
                w.presentImpacts().stream()
                        .filter(present -> present.id().equals(to.id()))
                        .map(ComponentImpact::impact)
                        .findFirst()
                        .orElse(Impact.NO_IMPACT);
        return new ComponentChange(to.id(), to.name(), before, to.impact());
    }

    private static boolean worseThanAnnounced(ComponentChange change, Known w) {
        return w.plan()
                .component(change.id())
                .map(announced -> change.impact().worseThan(announced.impact()))
                .orElse(true);
    }

    /** There is somebody to tell from the announcement on, until the end. */
    private static @Nullable Rejection promised(Known w) {
        return switch (w.state()) {
            case ANNOUNCED, IN_PROGRESS, VERIFYING, ROLLING_BACK -> null;
            case PLANNED -> Refusals.wrongState(w, "The window is not announced.");
            case COMPLETED, CANCELLED -> Refusals.wrongState(w, "The window is over.");
        };
    }

    private static @Nullable Instant began(Known w) {
        if (w.course().startedAt() != null) {
            return w.course().startedAt();
        }
        Announcement announcement = w.promise().announcement();
        return announcement == null ? null : announcement.at();
    }

    private static Decision<WindowEvent> at(@Nullable Instant occurredAt, WindowEvent event) {
        return Decision.acceptAll(List.of(new Fact<>(event, occurredAt)));
    }
}
