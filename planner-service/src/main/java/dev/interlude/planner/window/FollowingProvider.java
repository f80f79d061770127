package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Decision.Accepted;
import dev.interlude.eventlog.decider.Decision.Rejected;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.ProviderNotice.Status;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.CancelWindow;
import dev.interlude.planner.window.WindowCommand.CompleteWindow;
import dev.interlude.planner.window.WindowCommand.ConfirmWindow;
import dev.interlude.planner.window.WindowCommand.ExtendWindow;
import dev.interlude.planner.window.WindowCommand.MoveWindow;
import dev.interlude.planner.window.WindowCommand.NewEnd;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowCommand.TakeProviderNotice;
import dev.interlude.planner.window.WindowEvent.ProviderNoticeReceived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The work of a provider goes as the provider says: what a notice means is done by the commands
 * that people have, each by its own rules, all of it or none.
 */
final class FollowingProvider {

    /**
     * In this order, each on what the one before has come to; null where there is nothing to do.
     */
    private static final List<BiFunction<TakeProviderNotice, Known, @Nullable WindowCommand>>
            STEPS =
                    List.of(
                            FollowingProvider::confirm,
                            FollowingProvider::move,
                            FollowingProvider::start,
                            FollowingProvider::extend,
                            FollowingProvider::complete,
                            FollowingProvider::cancel);

    private FollowingProvider() {}

    static Decision<WindowEvent> take(TakeProviderNotice c, Known w) {
        Rejection no =
                Refusals.first(
                        Rights.plannerOrOperator(c.act(), w.plan().team()),
                        ofProvider(w),
                        newest(c.notice(), w));
        if (no != null) {
            return Decision.reject(no);
        }
        if (c.notice().equals(w.provider())) {
            return Decision.nothing();
        }
        Rejection late = agreesWithTheEnd(c.notice(), w);
        return late != null ? Decision.reject(late) : followed(c, w);
    }

    private static @Nullable Rejection ofProvider(Known w) {
        return w.plan().kind() == Kind.PROVIDER
                ? null
                : Rejection.conflict(
                        "not-of-provider",
                        "The work is ours; only that of a PROVIDER is followed.");
    }

    /** Of one work, and not older than what is known of it. */
    private static @Nullable Rejection newest(ProviderNotice notice, Known w) {
        ProviderNotice known = w.provider();
        if (known == null || known.equals(notice)) {
            return null;
        }
        if (!known.sameWork(notice)) {
            return Rejection.conflict(
                            "other-maintenance",
                            "This window follows "
                                    + known.maintenanceId()
                                    + " of "
                                    + known.provider()
                                    + ".")
                    .with("provider", known.provider())
                    .with("maintenanceId", known.maintenanceId());
        }
        return notice.sequence() > known.sequence()
                ? null
                : Rejection.conflict(
                                "notice-outdated",
                                "Notice " + known.sequence() + " was taken before.")
                        .with("sequence", known.sequence());
    }

    /** What is over stays over, but may be said again. */
    private static @Nullable Rejection agreesWithTheEnd(ProviderNotice notice, Known w) {
        boolean agrees =
                (w.state() == State.COMPLETED && notice.status() == Status.COMPLETED)
                        || (w.state() == State.CANCELLED && notice.status() == Status.CANCELLED);
        return w.state().ended() && !agrees ? Refusals.wrongState(w, "The window is over.") : null;
    }

    private static Decision<WindowEvent> followed(TakeProviderNotice c, Known w) {
        var facts = new ArrayList<Fact<WindowEvent>>();
        facts.add(new Fact<>(received(c.notice(), w), null));
        Known now = after(facts, c.act(), w);
        for (var step : STEPS) {
            WindowCommand command = step.apply(c, now);
            if (command != null) {
                switch (WindowDecider.decide(command, now)) {
                    case Rejected<WindowEvent> no -> {
                        return no;
                    }
                    case Accepted<WindowEvent>(var more) -> {
                        now = after(more, c.act(), now);
                        facts.addAll(more);
                    }
                }
            }
        }
        return Decision.acceptAll(facts);
    }

    private static Known after(List<Fact<WindowEvent>> facts, Act act, Known w) {
        Window now = w;
        for (Fact<WindowEvent> fact : facts) {
            long next = known(now, w).safeguards().version() + 1;
            now = WindowEvolution.evolve(now, Recorded.decided(fact, act, next));
        }
        return known(now, w);
    }

    private static Known known(Window now, Known otherwise) {
        return now instanceof Known known ? known : otherwise;
    }

    private static ProviderNoticeReceived received(ProviderNotice n, Known w) {
        return new ProviderNoticeReceived(
                w.plan().windowId(),
                n.provider(),
                n.account(),
                n.maintenanceId(),
                n.sequence(),
                n.status(),
                n.start(),
                n.end(),
                n.impact(),
                n.objects(),
                n.summary());
    }

    private static @Nullable WindowCommand confirm(TakeProviderNotice c, Known w) {
        return c.notice().status().sure() && w.plan().tentative()
                ? new ConfirmWindow(c.act())
                : null;
    }

    /** Of work that has begun nobody is told another start. */
    private static @Nullable WindowCommand move(TakeProviderNotice c, Known w) {
        ProviderNotice n = c.notice();
        boolean ahead = !w.state().running() && !w.state().ended();
        boolean plans = n.status() == Status.TENTATIVE || n.status() == Status.CONFIRMED;
        boolean same = n.start().equals(w.plan().start()) && n.end().equals(w.plan().end());
        return ahead && plans && !same
                ? new MoveWindow(c.act(), n.start(), n.end(), because(n), null, c.policy())
                : null;
    }

    private static @Nullable WindowCommand start(TakeProviderNotice c, Known w) {
        boolean ahead = !w.state().running() && !w.state().ended();
        return ahead && c.notice().status().begun() ? new StartWindow(c.act()) : null;
    }

    /** The promised end only moves later; one that has passed promises nothing. */
    private static @Nullable WindowCommand extend(TakeProviderNotice c, Known w) {
        Instant end = c.notice().end();
        boolean goesOn =
                c.notice().status() != Status.COMPLETED && c.notice().status() != Status.CANCELLED;
        return w.state().running()
                        && goesOn
                        && end.isAfter(w.plan().end())
                        && end.isAfter(c.act().now())
                ? new ExtendWindow(
                        c.act(), new NewEnd.At(end), because(c.notice()), null, null, c.policy())
                : null;
    }

    private static @Nullable WindowCommand complete(TakeProviderNotice c, Known w) {
        return c.notice().status() == Status.COMPLETED && w.state().running()
                ? new CompleteWindow(c.act(), Outcome.SUCCEEDED, null, null, null)
                : null;
    }

    private static @Nullable WindowCommand cancel(TakeProviderNotice c, Known w) {
        return c.notice().status() == Status.CANCELLED && !w.state().ended()
                ? new CancelWindow(c.act(), because(c.notice()), null)
                : null;
    }

    private static String because(ProviderNotice n) {
        return n.provider() + " says so: " + n.maintenanceId() + ", notice " + n.sequence();
    }
}
