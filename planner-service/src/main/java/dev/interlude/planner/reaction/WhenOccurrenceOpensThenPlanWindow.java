package dev.interlude.planner.reaction;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.command.DriverOnce;
import dev.interlude.planner.command.Policies;
import dev.interlude.planner.series.Occurrences;
import dev.interlude.planner.series.Series;
import dev.interlude.planner.series.Series.Recurring;
import dev.interlude.planner.series.SeriesCommand;
import dev.interlude.planner.series.SeriesEvent;
import dev.interlude.planner.series.SeriesEvent.OccurrenceOpened;
import dev.interlude.planner.window.Kind;
import dev.interlude.planner.window.NoticePolicy;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.CancelWindow;
import dev.interlude.planner.window.WindowCommand.PlanWindow;
import dev.interlude.planner.window.WindowCommand.Seats;
import dev.interlude.planner.window.WindowEvent;
import dev.interlude.planner.window.WindowEvent.OfSeries;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * An occurrence becomes a window as any other, and announces itself where its series says so. The
 * series may have ended since: what cancels its windows looks for those that there are, so what is
 * planned after that look is cancelled here.
 */
@ApplicationScoped
class WhenOccurrenceOpensThenPlanWindow implements Reaction {

    private final CommandHandler<WindowCommand, WindowEvent, Window> windows;
    private final CommandHandler<SeriesCommand, SeriesEvent, Series> series;
    private final Policies policies;
    private final DriverOnce drivers;

    WhenOccurrenceOpensThenPlanWindow(
            CommandHandler<WindowCommand, WindowEvent, Window> windows,
            CommandHandler<SeriesCommand, SeriesEvent, Series> series,
            Policies policies,
            DriverOnce drivers) {
        this.windows = windows;
        this.series = series;
        this.drivers = drivers;
        this.policies = policies;
    }

    @Override
    public String name() {
        return "when-occurrence-opens-then-plan-window";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        if (PlannerEvents.SERIES.classOf(event.type()) != OccurrenceOpened.class) {
            return Uni.createFrom().voidItem();
        }
        var opened = event.read(OccurrenceOpened.class);
        return policies.of(opened.team())
                .chain(policy ->
                        consequences
                                .tell(windows, opened.windowId(), act -> plan(act, opened, policy))
                                .chain(() -> series.fold(opened.seriesId()))
                                .chain(folded ->
                                        isStillOf(folded.state(), opened)
                                                ? announce(opened, policy, consequences)
                                                : cancel(opened, consequences)));
    }

    private static boolean isStillOf(Series series, OccurrenceOpened opened) {
        return series instanceof Recurring s
                && Occurrences.of(s).at(opened.localStart()).isPresent();
    }

    private Uni<Void> cancel(OccurrenceOpened opened, Consequences consequences) {
        return consequences.tell(
                windows,
                opened.windowId(),
                act -> new CancelWindow(act, "The series was changed.", null));
    }

    private Uni<Void> announce(
            OccurrenceOpened opened, NoticePolicy policy, Consequences consequences) {
        return opened.announce()
                ? drivers.announcedBySeries(opened, policy)
                        .chain(command -> consequences.tell(windows, opened.windowId(), command))
                : Uni.createFrom().voidItem();
    }

    private static PlanWindow plan(Act act, OccurrenceOpened o, NoticePolicy policy) {
        var crew = o.crew();
        return new PlanWindow(
                act,
                o.windowId(),
                o.title(),
                o.publicText(),
                o.internalText(),
                o.zone(),
                o.start(),
                o.end(),
                Kind.NORMAL,
                o.audience(),
                o.team(),
                null,
                null,
                List.of(),
                o.components(),
                o.reminders(),
                null,
                crew == null ? null : new Seats(crew.driver(), crew.buddy(), crew.liaison()),
                false,
                o.templateId(),
                null,
                policy,
                null,
                new OfSeries(o.seriesId(), o.localStart()));
    }
}
