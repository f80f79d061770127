package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.planner.window.CrewCommand.AcceptHandOver;
import dev.interlude.planner.window.CrewCommand.DeclineHandOver;
import dev.interlude.planner.window.CrewCommand.OfferHandOver;
import dev.interlude.planner.window.CrewCommand.TakeOver;
import dev.interlude.planner.window.SafeguardCommand.ApproveOverride;
import dev.interlude.planner.window.SafeguardCommand.ApproveWindow;
import dev.interlude.planner.window.SafeguardCommand.BreakGlass;
import dev.interlude.planner.window.SafeguardCommand.CallRollback;
import dev.interlude.planner.window.SafeguardCommand.ConfirmRollback;
import dev.interlude.planner.window.SafeguardCommand.CountersignBreakGlass;
import dev.interlude.planner.window.SafeguardCommand.HoldWork;
import dev.interlude.planner.window.SafeguardCommand.RejectOverride;
import dev.interlude.planner.window.SafeguardCommand.RejectRollback;
import dev.interlude.planner.window.SafeguardCommand.ReleaseHold;
import dev.interlude.planner.window.SafeguardCommand.RequestOverride;
import dev.interlude.planner.window.Window.Known;

/** Which class decides what people settle among themselves. */
final class AmongPeople {

    private AmongPeople() {}

    static Decision<WindowEvent> decide(WindowCommand.AmongPeople command, Known w) {
        return switch (command) {
            case OfferHandOver c -> HandingOver.offer(c, w);
            case AcceptHandOver c -> HandingOver.accept(c, w);
            case DeclineHandOver c -> HandingOver.decline(c, w);
            case TakeOver c -> TakingOver.takeOver(c, w);
            case HoldWork c -> Holding.hold(c, w);
            case ReleaseHold c -> Holding.release(c, w);
            case RequestOverride c -> Overriding.request(c, w);
            case ApproveOverride c -> Overriding.approve(c, w);
            case RejectOverride c -> Overriding.reject(c, w);
            case BreakGlass c -> BreakingGlass.breakGlass(c, w);
            case CountersignBreakGlass c -> BreakingGlass.countersign(c, w);
            case ApproveWindow c -> Approving.approve(c, w);
            case CallRollback c -> RollingBack.call(c, w);
            case ConfirmRollback c -> RollingBack.confirm(c, w);
            case RejectRollback c -> RollingBack.reject(c, w);
        };
    }
}
