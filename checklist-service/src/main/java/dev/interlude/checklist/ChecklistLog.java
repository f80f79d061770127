package dev.interlude.checklist;

import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistDecider;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.forecast.Forecast;
import dev.interlude.checklist.forecast.ForecastCommand;
import dev.interlude.checklist.forecast.ForecastDecider;
import dev.interlude.checklist.forecast.ForecastEvent;
import dev.interlude.checklist.runner.Runner;
import dev.interlude.checklist.runner.RunnerCommand;
import dev.interlude.checklist.runner.RunnerDecider;
import dev.interlude.checklist.runner.RunnerEvent;
import dev.interlude.checklist.template.Template;
import dev.interlude.checklist.template.TemplateCommand;
import dev.interlude.checklist.template.TemplateDecider;
import dev.interlude.checklist.template.TemplateEvent;
import dev.interlude.eventlog.Aggregate;
import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.CommandHandlers;
import dev.interlude.eventlog.LogDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the checklist's log holds: its own streams, and whom it hears. */
@ApplicationScoped
public class ChecklistLog {

    public static final Category CHECKLIST = Category.published("checklist", "checklist");
    public static final Category FORECAST = Category.published("forecast", "checklist");
    public static final Category TEMPLATE = Category.published("template", "checklist");
    public static final Category REFUSALS = Category.published("refusals", "checklist");

    /** Private: what its runners' tokens are recognised by is nobody else's business. */
    public static final Category RUNNER = Category.unpublished("runner");

    @Produces
    @Singleton
    LogDefinition definition() {
        return new LogDefinition(
                "checklist",
                List.of(CHECKLIST, FORECAST, TEMPLATE, REFUSALS, RUNNER),
                Set.of("planner", "postmortem"),
                new LogDefinition.Refusals(
                        REFUSALS.name(),
                        "dev.interlude.checklist.CommandRefused.v1",
                        "windowId",
                        ChecklistLog::windowOf));
    }

    @Produces
    @Singleton
    CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists(
            CommandHandlers handlers) {
        return handlers.of(
                new Aggregate<>(
                        CHECKLIST,
                        new ChecklistDecider(),
                        ChecklistEvents.CHECKLIST,
                        ChecklistDecider::whenDue));
    }

    @Produces
    @Singleton
    CommandHandler<ForecastCommand, ForecastEvent, Forecast> forecasts(CommandHandlers handlers) {
        return handlers.of(
                new Aggregate<>(FORECAST, new ForecastDecider(), ChecklistEvents.FORECAST, null));
    }

    @Produces
    @Singleton
    CommandHandler<TemplateCommand, TemplateEvent, Template> templates(CommandHandlers handlers) {
        return handlers.of(
                new Aggregate<>(TEMPLATE, new TemplateDecider(), ChecklistEvents.TEMPLATE, null));
    }

    @Produces
    @Singleton
    CommandHandler<RunnerCommand, RunnerEvent, Optional<Runner>> runners(CommandHandlers handlers) {
        return handlers.of(
                new Aggregate<>(RUNNER, new RunnerDecider(), ChecklistEvents.RUNNER, null));
    }

    private static @Nullable String windowOf(String stream) {
        return Category.nameOf(stream).equals(CHECKLIST.name()) ? Category.idOf(stream) : null;
    }
}
