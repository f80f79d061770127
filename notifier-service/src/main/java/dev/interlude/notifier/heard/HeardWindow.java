package dev.interlude.notifier.heard;

import dev.interlude.notifier.heard.PlannerEvent.ImpactChanged;
import dev.interlude.notifier.heard.PlannerEvent.ProgressPosted;
import dev.interlude.notifier.heard.PlannerEvent.TextCorrected;
import dev.interlude.notifier.heard.PlannerEvent.WindowAnnounced;
import dev.interlude.notifier.heard.PlannerEvent.WindowCompleted;
import dev.interlude.notifier.heard.PlannerEvent.WindowExtended;
import dev.interlude.notifier.heard.PlannerEvent.WindowMoved;
import dev.interlude.notifier.heard.PlannerEvent.WindowPlanned;
import dev.interlude.notifier.heard.PlannerEvent.WindowRevised;
import dev.interlude.notifier.notice.AffectedComponent;
import dev.interlude.notifier.notice.PublicWindow;
import dev.interlude.notifier.notice.WindowPicture;
import dev.interlude.notifier.notice.WindowState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One window, folded from the planner's events in their order.
 *
 * @param picture as of the last event folded
 * @param publicText of the plan, told when the window is announced
 */
public record HeardWindow(WindowPicture picture, Map<String, String> publicText) {

    /** Begins with the plan; {@code ordinal} is the gapless number of the window's stream. */
    public static HeardWindow planned(WindowPlanned plan, long ordinal) {
        boolean forThePublic = plan.audience().equals("PUBLIC") && !"REHEARSAL".equals(plan.kind());
        var window =
                new PublicWindow(
                        plan.title(),
                        WindowState.Planned,
                        Boolean.TRUE.equals(plan.tentative())
                                ? List.of(PublicWindow.TENTATIVE)
                                : List.of(),
                        plan.zone(),
                        plan.start(),
                        plan.end(),
                        null,
                        null,
                        null,
                        null,
                        HeardComponent.affected(plan.components()));
        return new HeardWindow(
                new WindowPicture(plan.windowId(), "M-" + ordinal, forThePublic, window),
                textOf(plan.publicText()));
    }

    public HeardWindow after(PlannerEvent event) {
        var change = new WindowChange(picture.window());
        return switch (event) {
            case WindowPlanned _, PlannerEvent.ReminderDue _ -> this;
            case WindowRevised revised -> revised(revised, change);
            case WindowAnnounced it -> with(announced(it, change));
            case PlannerEvent.WindowConfirmed _ -> with(change.without(PublicWindow.TENTATIVE));
            case WindowMoved it -> with(moved(it, change));
            case PlannerEvent.StartDelayed _ -> with(change.flag(PublicWindow.DELAYED));
            case TextCorrected it -> with(picture.window(), corrected(it));
            case PlannerEvent.WindowStarted _ ->
                    with(change.state(WindowState.InProgress).without(PublicWindow.DELAYED));
            case ProgressPosted it -> with(progressed(it, change));
            case ImpactChanged it -> with(change.components(changed(it)));
            case WindowExtended it -> with(change.end(it.previousEnd(), it.newEnd()));
            case PlannerEvent.WindowOverran _ -> with(change.flag(PublicWindow.OVERRUN));
            case PlannerEvent.VerificationBegan _ -> with(change.state(WindowState.Verifying));
            case PlannerEvent.CarryOutResumed _ -> with(change.state(WindowState.InProgress));
            case PlannerEvent.RollbackBegan _ -> with(change.state(WindowState.RollingBack));
            case WindowCompleted it -> with(completed(it, change));
            case PlannerEvent.WindowCancelled _ ->
                    with(change.state(WindowState.Cancelled).withoutPromises());
        };
    }

    private HeardWindow with(WindowChange change) {
        return with(change.window(), publicText);
    }

    private HeardWindow with(PublicWindow window, Map<String, String> text) {
        var changed =
                new WindowPicture(
                        picture.windowId(), picture.number(), picture.forThePublic(), window);
        return new HeardWindow(changed, text);
    }

    private static WindowChange moved(WindowMoved moved, WindowChange change) {
        return change.times(moved.start(), moved.end())
                .movedFrom(moved.previousStart())
                .without(PublicWindow.OVERRUN)
                .without(PublicWindow.DELAYED);
    }

    /** The plan's text is announced later only where it is still the one that was wrong. */
    private Map<String, String> corrected(TextCorrected it) {
        return publicText.equals(it.previous()) ? it.publicText() : publicText;
    }

    private HeardWindow revised(WindowRevised revised, WindowChange change) {
        if (revised.title() != null) {
            change.title(revised.title());
        }
        if (revised.components() != null) {
            change.components(HeardComponent.affected(revised.components()));
        }
        var text = revised.publicText() == null ? publicText : revised.publicText();
        return forWhom(revised).with(change.window(), text);
    }

    /** Whom it is told to may change until it is told. */
    private HeardWindow forWhom(WindowRevised revised) {
        return revised.audience() == null
                ? this
                : new HeardWindow(
                        new WindowPicture(
                                picture.windowId(),
                                picture.number(),
                                revised.audience().equals("PUBLIC"),
                                picture.window()),
                        publicText);
    }

    private static WindowChange announced(WindowAnnounced announced, WindowChange change) {
        if (announced.components() != null) {
            change.components(HeardComponent.affected(announced.components()));
        }
        return change.state(WindowState.Announced).times(announced.start(), announced.end());
    }

    /** A public update keeps the promise of the last one; an internal one leaves it as it is. */
    private static WindowChange progressed(ProgressPosted progress, WindowChange change) {
        boolean told = !textOf(progress.publicText()).isEmpty();
        return told || progress.nextUpdateBy() != null
                ? change.nextUpdateBy(progress.nextUpdateBy())
                : change;
    }

    private List<AffectedComponent> changed(ImpactChanged event) {
        return picture.window().components().stream()
                .map(component -> changed(component, event))
                .toList();
    }

    private static AffectedComponent changed(AffectedComponent component, ImpactChanged event) {
        return event.changes().stream()
                .filter(change -> change.id().equals(component.id()))
                .findFirst()
                .map(c -> new AffectedComponent(component.id(), component.name(), c.impact()))
                .orElse(component);
    }

    private WindowChange completed(WindowCompleted completed, WindowChange change) {
        List<HeardComponent> left =
                completed.impactLeft() == null ? List.of() : completed.impactLeft();
        return change.state(WindowState.Completed)
                .actualEnd(completed.actualEnd())
                .components(Left.on(picture.window().components(), left))
                .withoutPromises();
    }

    static Map<String, String> textOf(@Nullable Map<String, String> text) {
        return text == null ? Map.of() : text;
    }
}
