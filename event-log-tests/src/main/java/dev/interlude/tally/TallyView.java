package dev.interlude.tally;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class TallyView implements Projection {

    private volatile boolean broken;

    void breakIt(boolean yes) {
        broken = yes;
    }

    @Override
    public String name() {
        return "tally-view";
    }

    @Override
    public Uni<Void> project(List<LogEvent> events, Mutiny.Session session) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (LogEvent event : events) {
            if (event.own() && event.name().equals("Counted")) {
                all = all.chain(() -> count(event, session));
            }
        }
        return broken
                ? all.chain(() -> Uni.createFrom().failure(new IllegalStateException("broken")))
                : all;
    }

    private static Uni<Void> count(LogEvent event, Mutiny.Session session) {
        return session.createNativeQuery(
                        "insert into tally_view as v (id, total, steps) values (:id, :by, 1) on"
                                + " conflict (id) do update set total = v.total + :by, steps ="
                                + " v.steps + 1")
                .setParameter("id", event.key())
                .setParameter("by", event.read(TallyEvent.Counted.class).by())
                .executeUpdate()
                .replaceWithVoid();
    }
}
