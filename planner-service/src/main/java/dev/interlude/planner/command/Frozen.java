package dev.interlude.planner.command;

import dev.interlude.planner.freeze.Freeze.Declared;
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
import java.util.List;

/** The freezes that stand against a window. */
@ApplicationScoped
class Frozen {

    private final Freezes freezes;

    Frozen(Freezes freezes) {
        this.freezes = freezes;
    }

    /** Those that its time lies in; of one that has started, none. */
    Uni<List<FrozenBy>> by(Known window) {
        Plan plan = window.plan();
        return window.state() == State.PLANNED || window.state() == State.ANNOUNCED
                ? by(plan, new Period(plan.start(), plan.end()))
                : Uni.createFrom().item(List.of());
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
        List<String> components = plan.components().stream().map(ComponentImpact::id).toList();
        return freezes.list()
                .map(all ->
                        all.stream()
                                .flatMap(freeze ->
                                        freeze.against(components, plan.team(), period).stream()
                                                .map(during -> frozen(freeze, during)))
                                .toList());
    }

    static FrozenBy frozen(Declared freeze, Period during) {
        return new FrozenBy(freeze.id(), freeze.terms().title(), during.start(), during.end());
    }
}
