package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Gate.Missing;
import dev.interlude.planner.window.SafeguardCommand.ApproveWindow;
import dev.interlude.planner.window.SafeguardEvent.ApprovalVoided;
import dev.interlude.planner.window.SafeguardEvent.WindowApproved;
import dev.interlude.planner.window.Safeguards.Approval;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowMoved;
import dev.interlude.planner.window.WindowEvent.WindowRevised;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who did not plan it agrees to exactly this window with exactly this checklist. */
final class Approving {

    private Approving() {}

    static Decision<WindowEvent> approve(ApproveWindow c, Known w) {
        Safeguards s = w.safeguards();
        String person = c.act().actor().id();
        Rejection no =
                Refusals.first(
                        Rights.operator(c.act(), w),
                        beforeTheStart(w)
                                ? null
                                : Refusals.wrongState(w, "Approval is given before the start."),
                        s.authors().contains(person)
                                ? Refusals.samePerson("Who planned it can't approve it.")
                                : null);
        if (no != null) {
            return Decision.reject(no);
        }
        return s.approval() != null
                ? Decision.nothing()
                : Decision.accept(
                        new WindowApproved(w.plan().windowId(), person, s.version(), planHash(w)));
    }

    /** Passed where the policy asks for none. */
    static Gate gate(Known w) {
        Safeguards s = w.safeguards();
        boolean needed =
                s.approvalFrom() != null && w.plan().worst().compareTo(s.approvalFrom()) >= 0;
        return !needed || s.approval() != null
                ? new Gate(Gates.APPROVAL, List.of())
                : new Gate(
                        Gates.APPROVAL,
                        List.of(
                                new Missing(
                                        "Nobody who did not plan the window has approved it.",
                                        null,
                                        "operator",
                                        List.of())));
    }

    /**
     * What is decided may take away what was approved; then the same append says so. Once the
     * window has started, in that append too, nothing rests on the approval any more.
     */
    static Decision<WindowEvent> follow(Decision<WindowEvent> decision, Known w) {
        Approval approval = w.safeguards().approval();
        if (approval == null
                || !beforeTheStart(w)
                || !(decision instanceof Decision.Accepted<WindowEvent>(var facts))) {
            return decision;
        }
        var because = new LinkedHashSet<String>();
        for (Fact<WindowEvent> fact : facts) {
            if (fact.event() instanceof WindowStarted) {
                break;
            }
            because.addAll(because(fact.event(), w, approval));
        }
        if (because.isEmpty()) {
            return decision;
        }
        var all = new ArrayList<>(facts);
        all.add(new Fact<>(new ApprovalVoided(w.plan().windowId(), List.copyOf(because)), null));
        return Decision.acceptAll(all);
    }

    private static List<String> because(WindowEvent event, Known w, Approval approval) {
        return switch (event) {
            case WindowRevised e -> e.components() == null ? List.of() : of(e.components(), w);
            case WindowMoved _, WindowExtended _ -> List.of("time");
            case ReadinessRecorded e ->
                    Objects.equals(e.planHash(), approval.planHash())
                            ? List.of()
                            : List.of("checklist");
            default -> List.of();
        };
    }

    private static List<String> of(List<ComponentImpact> now, Known w) {
        var because = new ArrayList<String>();
        if (!ids(now).equals(ids(w.plan().components()))) {
            because.add("components");
        }
        boolean impact =
                now.stream()
                        .anyMatch(c ->
                                w.plan()
                                        .component(c.id())
                                        .map(before -> before.impact() != c.impact())
                                        .orElse(false));
        if (impact) {
            because.add("impact");
        }
        return because;
    }

    private static Set<String> ids(List<ComponentImpact> components) {
        return components.stream().map(ComponentImpact::id).collect(Collectors.toSet());
    }

    private static boolean beforeTheStart(Known w) {
        return w.state() == State.PLANNED || w.state() == State.ANNOUNCED;
    }

    private static @Nullable String planHash(Known w) {
        ReadinessRecorded said = w.course().readiness();
        return said == null ? null : said.planHash();
    }
}
