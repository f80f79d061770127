package dev.interlude.planner.view.freezes;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.freeze.FreezeEvent.FreezeDeclared;
import dev.interlude.planner.freeze.FreezeEvent.FreezeLifted;
import dev.interlude.planner.freeze.FreezeEvent.FreezeRevised;
import dev.interlude.planner.freeze.FreezeTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps a row per freeze. */
@ApplicationScoped
class FreezeProjection implements Projection<FreezeProjection.Entry> {

    private static final Table<Entry> TABLE = Table.of("freeze_row", "id", Entry.class);

    /** The columns of {@link FreezeRow} as they are written. */
    record Entry(
            String id,
            String title,
            @Nullable String team,
            @Nullable Instant liftedAt,
            String terms) {

        static Entry of(String id, FreezeTerms terms) {
            return new Entry(
                    id,
                    terms.title(),
                    terms.team(),
                    null,
                    new String(LogJson.write(terms), StandardCharsets.UTF_8));
        }

        Entry lifted(Instant at) {
            return new Entry(id, title, team, at, terms);
        }
    }

    @Override
    public String name() {
        return "freezes";
    }

    @Override
    public Table<Entry> table() {
        return TABLE;
    }

    @Override
    public @Nullable String key(LogEvent event) {
        return event.own() && PlannerEvents.FREEZE.classOf(event.type()) != null
                ? event.key()
                : null;
    }

    @Override
    public Entry evolve(@Nullable Entry row, LogEvent event) {
        return switch (event.read(PlannerEvents.FREEZE)) {
            case FreezeDeclared(var id, var terms) -> Entry.of(id, terms);
            case FreezeRevised(var id, var terms) -> Entry.of(id, terms);
            case FreezeLifted _ ->
                    Objects.requireNonNull(row, "a freeze begins with its declaration")
                            .lifted(event.recordedAt());
        };
    }
}
