package dev.interlude.checklist.command;

import dev.interlude.checklist.ChecklistEvents;
import dev.interlude.checklist.ChecklistLog;
import dev.interlude.checklist.template.Template;
import dev.interlude.checklist.template.Template.Version;
import dev.interlude.checklist.template.TemplateCommand;
import dev.interlude.checklist.template.TemplateEvent;
import dev.interlude.checklist.view.template.TemplateView;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Folded;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.Invocation;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Templates as the edge sees them. */
@ApplicationScoped
class Templates {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");

    private final CommandHandler<TemplateCommand, TemplateEvent, Template> handler;

    Templates(CommandHandler<TemplateCommand, TemplateEvent, Template> handler) {
        this.handler = handler;
    }

    static String stream(String id) {
        return ChecklistLog.TEMPLATE.stream(id);
    }

    /** A command, answered with the newest version. */
    Uni<Response> command(String id, Invocation how, Function<Act, TemplateCommand> command) {
        slug(id);
        return handler.handle(how, command).map(handled -> answer(id, handled));
    }

    /** Whether there is such a template. */
    Uni<Boolean> exists(String id) {
        return handler.fold(id).map(folded -> !folded.state().versions().isEmpty());
    }

    /** The template as it is, which may be none. */
    Uni<Template> fold(String id) {
        return handler.fold(id).map(Folded::state);
    }

    /** The template; 404 when there is none. */
    Uni<Folded<Template>> find(String id) {
        slug(id);
        return handler.fold(id)
                .invoke(folded -> {
                    if (folded.state().versions().isEmpty()) {
                        throw absent(id);
                    }
                });
    }

    /** A version of a template, the newest when none is asked for. */
    static Version version(Template template, String id, @Nullable Integer version) {
        return (version == null ? template.latest() : template.version(version))
                .orElseThrow(() -> absent(id));
    }

    private static Response answer(String id, Handled<TemplateEvent, Template> handled) {
        Version latest = version(handled.state(), id, null);
        return Answers.command(
                handled,
                ChecklistEvents.TEMPLATE,
                TemplateView.of(id, handled.state(), latest, null),
                URI.create("/api/v1/templates/" + id));
    }

    private static void slug(String id) {
        if (!SLUG.matcher(id).matches()) {
            throw absent(id);
        }
    }

    private static Problem absent(String id) {
        return Problem.notFound("there is no such template, or no such version: " + id);
    }
}
