package dev.interlude.checklist.evidence;

import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.evidence.EvidenceFiles.Claim;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Loop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Drops files whose command was refused, or lost with its process, after they had been kept. What
 * the checklist's own events say decides, not a view of them.
 */
@ApplicationScoped
public class EvidenceSweep {

    /** Far longer than a command takes. */
    private static final Duration AGE = Duration.ofMinutes(10);

    private final EvidenceFiles files;
    private final CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists;
    private final Loop loop;

    EvidenceSweep(
            EvidenceFiles files,
            CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists,
            Vertx vertx) {
        this.files = files;
        this.checklists = checklists;
        this.loop = new Loop("evidence", vertx, AGE, () -> sweep(AGE));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop().subscribe().with(_ -> {}, _ -> {});
    }

    /** Looks at claims of that age; true when there may be more. */
    public Uni<Boolean> sweep(Duration age) {
        return files.unnamed(age)
                .chain(claims ->
                        Multi.createFrom()
                                .iterable(claims)
                                .onItem()
                                .transformToUniAndConcatenate(claim -> judge(claim, age))
                                .collect()
                                .last()
                                .replaceWith(!claims.isEmpty()));
    }

    private Uni<Boolean> judge(Claim claim, Duration age) {
        return checklists
                .fold(claim.windowId())
                .chain(checklist ->
                        names(checklist.state(), claim.sha256())
                                ? files.settle(claim)
                                : files.giveUp(claim, age))
                .replaceWith(true);
    }

    private static boolean names(Checklist checklist, String sha256) {
        return checklist.steps().values().stream()
                .flatMap(step -> step.attached().stream())
                .anyMatch(attached -> sha256.equals(attached.attachment().sha256()));
    }
}
