package dev.interlude.planner.command;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.planner.freeze.Freeze;
import dev.interlude.planner.freeze.Freeze.Declared;
import dev.interlude.planner.freeze.FreezeCommand;
import dev.interlude.planner.freeze.FreezeEvent;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.view.freezes.Freezes;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.FrozenBy;
import dev.interlude.planner.window.Plan;
import dev.interlude.planner.window.State;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.Window.NotPlanned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The freezes that stand against a window. */
@ApplicationScoped
class Frozen {

    private final Freezes freezes;
    private final CommandHandler<FreezeCommand, FreezeEvent, Freeze> streams;

    Frozen(Freezes freezes, CommandHandler<FreezeCommand, FreezeEvent, Freeze> streams) {
        this.freezes = freezes;
        this.streams = streams;
    }

    /** Those that its time lies in; of one that has started, none. */
    Uni<List<FrozenBy>> by(Known window) {
        Plan plan = window.plan();
        return window.state() == State.PLANNED || window.state() == State.ANNOUNCED
                ? by(plan, new Period(plan.start(), plan.end()))
                : Uni.createFrom().item(List.of());
    }

    /** The same for a window and freezes as they were known at an instant. */
    Uni<List<FrozenBy>> asOf(Known window, Instant asOf) {
        if (window.state() != State.PLANNED && window.state() != State.ANNOUNCED) {
            return Uni.createFrom().item(List.of());
        }
        Plan plan = window.plan();
        return known(asOf).map(all -> against(all, plan, new Period(plan.start(), plan.end())));
    }

    /** Read one by one from their streams: they are few, and the past is seldom asked for. */
    private Uni<List<Declared>> known(Instant asOf) {
        return freezes.list()
                .chain(all -> {
                    Uni<List<Declared>> then = Uni.createFrom().item(ArrayList::new);
                    for (Declared freeze : all) {
                        then =
                                then.chain(some ->
                                        streams.foldAsOf(freeze.id(), asOf)
                                                .invoke(folded -> {
                                                    if (folded.state() instanceof Declared d) {
                                                        some.add(d);
                                                    }
                                                })
                                                .replaceWith(some));
                    }
                    return then;
                });
    }

    /** Those that it would fall into if it were started at that instant. */
    Uni<List<FrozenBy>> by(Window window, Instant now) {
        return switch (window) {
            case NotPlanned _ -> Uni.createFrom().item(List.of());
            case Known known ->
                    by(
                            known.plan(),
                            new Period(
                                    now,
                                    known.plan().end().isAfter(now)
                                            ? known.plan().end()
                                            : now.plusSeconds(1)));
        };
    }

    private Uni<List<FrozenBy>> by(Plan plan, Period period) {
        return freezes.list().map(all -> against(all, plan, period));
    }

    private static List<FrozenBy> against(List<Declared> all, Plan plan, Period period) {
        List<String> components = plan.components().stream().map(ComponentImpact::id).toList();
        return all.stream()
                .flatMap(freeze ->
                        freeze.against(components, plan.team(), period).stream()
                                .map(during -> frozen(freeze, during)))
                .toList();
    }

    static FrozenBy frozen(Declared freeze, Period during) {
        return new FrozenBy(freeze.id(), freeze.terms().title(), during.start(), during.end());
    }
}
