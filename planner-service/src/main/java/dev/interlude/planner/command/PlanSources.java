package dev.interlude.planner.command;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.command.Requests.PlanRequest;
import dev.interlude.planner.heard.TemplatePublished;
import dev.interlude.planner.window.Window.Known;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * What a plan leaves out is taken from the earlier window that it copies, and then from the newest
 * version of the template that it names, as far as either says it.
 */
@ApplicationScoped
class PlanSources {

    private final Windows windows;
    private final Log log;

    PlanSources(Windows windows, Log log) {
        this.windows = windows;
        this.log = log;
    }

    /** The plan as a whole; 422 with the place of what nobody says. */
    Uni<WholePlan> whole(PlanRequest asked) {
        return earlier(asked.copyOf())
                .chain(earlier -> {
                    var copied = earlier == null ? asked : PlanParts.ofWindow(asked, earlier);
                    String id = earlier == null ? null : earlier.plan().windowId();
                    return template(copied)
                            .map(found ->
                                    WholePlan.of(
                                            found == null
                                                    ? copied
                                                    : PlanParts.ofTemplate(copied, found),
                                            id));
                });
    }

    private Uni<@Nullable Known> earlier(@Nullable String idOrNumber) {
        if (idOrNumber == null) {
            return Uni.createFrom().nullItem();
        }
        return windows.find(idOrNumber, null)
                .onFailure(Problem.class)
                .transform(_ -> Problem.invalid("/copyOf", "must be a window that there is"))
                .map(folded -> Windows.known(folded.state()));
    }

    /** Asked for only where something is left out. */
    private Uni<@Nullable TemplatePublished> template(PlanRequest asked) {
        if (asked.templateId() == null || !PlanParts.templateCanAdd(asked)) {
            return Uni.createFrom().nullItem();
        }
        return log.stream("checklist", "template-" + asked.templateId(), 0, Integer.MAX_VALUE)
                .map(events ->
                        events.stream()
                                .filter(event -> event.type().equals(TemplatePublished.TYPE))
                                .reduce((_, last) -> last)
                                .map((LogEvent event) -> event.read(TemplatePublished.class))
                                .orElse(null));
    }
}
