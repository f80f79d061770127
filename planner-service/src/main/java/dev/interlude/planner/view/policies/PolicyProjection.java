package dev.interlude.planner.view.policies;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.policy.PolicyEvent.PolicyChanged;
import dev.interlude.planner.policy.PolicyEvent.PolicyLooseningProposed;
import dev.interlude.planner.policy.PolicyEvent.PolicyLooseningRejected;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Keeps a row per scope that was ever spoken about. */
@ApplicationScoped
class PolicyProjection implements Projection<PolicyProjection.Scope> {

    private static final Table<Scope> TABLE = Table.of("policy_row", "id", Scope.class);

    /** {@code version} is 0 while nothing holds that is its own. */
    record Scope(String id, int version) {}

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public Table<Scope> table() {
        return TABLE;
    }

    @Override
    public @Nullable String key(LogEvent event) {
        return event.own() && PlannerEvents.POLICY.classOf(event.type()) != null
                ? event.key()
                : null;
    }

    @Override
    public Scope evolve(@Nullable Scope row, LogEvent event) {
        return switch (event.read(PlannerEvents.POLICY)) {
            case PolicyChanged e -> new Scope(e.scope(), e.version());
            case PolicyLooseningProposed e -> row == null ? new Scope(e.scope(), 0) : row;
            case PolicyLooseningRejected e -> row == null ? new Scope(e.scope(), 0) : row;
        };
    }
}
