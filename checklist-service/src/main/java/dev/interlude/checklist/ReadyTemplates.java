package dev.interlude.checklist;

import dev.interlude.checklist.markdown.MarkdownPlan;
import dev.interlude.checklist.markdown.MarkdownReader;
import dev.interlude.checklist.template.PlanPart;
import dev.interlude.checklist.template.Template;
import dev.interlude.checklist.template.TemplateCommand;
import dev.interlude.checklist.template.TemplateCommand.PublishTemplate;
import dev.interlude.checklist.template.TemplateEvent;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Folded;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.Loop;
import dev.interlude.eventlog.RejectedException;
import dev.interlude.eventlog.decider.Actor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The templates that come with the product, published as soon as the service runs. One that people
 * have changed is theirs and stays as it is.
 */
@ApplicationScoped
public class ReadyTemplates {

    /** Their slugs; each is a Markdown file and a plan beside it. */
    public static final List<String> SLUGS =
            List.of(
                    "broker-migration",
                    "certificate-rotation",
                    "kubernetes-node-upgrade",
                    "major-database-upgrade");

    private static final Actor PRODUCT = Actor.reaction("ready-templates");
    private static final Duration SELDOM = Duration.ofHours(24);

    private final CommandHandler<TemplateCommand, TemplateEvent, Template> templates;
    private final Loop loop;

    ReadyTemplates(
            CommandHandler<TemplateCommand, TemplateEvent, Template> templates, Vertx vertx) {
        this.templates = templates;
        this.loop = new Loop("ready-templates", vertx, SELDOM, this::publish);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop().subscribe().with(_ -> {}, _ -> {});
    }

    private Uni<Boolean> publish() {
        return Multi.createFrom()
                .iterable(SLUGS)
                .onItem()
                .transformToUniAndConcatenate(this::publish)
                .collect()
                .last()
                .map(_ -> false);
    }

    private Uni<Boolean> publish(String slug) {
        return templates
                .fold(slug)
                .chain(before -> ours(before) ? publish(slug, before) : done())
                // another replica was faster
                .onFailure(RejectedException.class)
                .recoverWithUni(ReadyTemplates::done);
    }

    private static Uni<Boolean> done() {
        return Uni.createFrom().item(false);
    }

    private static boolean ours(Folded<Template> before) {
        return before.state().versions().stream().allMatch(v -> v.by().equals(PRODUCT));
    }

    private Uni<Boolean> publish(String slug, Folded<Template> before) {
        MarkdownPlan plan = markdown(slug);
        boolean first = before.state().versions().isEmpty();
        return templates
                .handle(
                        Unasked.by(PRODUCT, ChecklistLog.TEMPLATE.stream(slug), "PublishTemplate"),
                        act ->
                                new PublishTemplate(
                                        act,
                                        slug,
                                        first,
                                        plan.title(),
                                        plan(slug),
                                        plan.steps(),
                                        first ? null : "As it comes with the product.",
                                        null,
                                        null))
                .map(_ -> true);
    }

    /** The steps of a ready template. */
    public static MarkdownPlan markdown(String slug) {
        return MarkdownReader.read(new String(bytes(slug + ".md"), StandardCharsets.UTF_8));
    }

    /** What a window of it is planned with. */
    public static PlanPart plan(String slug) {
        return LogJson.read(bytes(slug + ".json"), PlanPart.class);
    }

    private static byte[] bytes(String file) {
        try (InputStream in =
                ReadyTemplates.class.getClassLoader().getResourceAsStream("ready/" + file)) {
            if (in == null) {
                throw new IllegalStateException("there is no ready/" + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
