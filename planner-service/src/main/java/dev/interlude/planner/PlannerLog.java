package dev.interlude.planner;

import dev.interlude.eventlog.Aggregate;
import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.CommandHandlers;
import dev.interlude.eventlog.LogDefinition;
import dev.interlude.planner.component.Component;
import dev.interlude.planner.component.ComponentCommand;
import dev.interlude.planner.component.ComponentDecider;
import dev.interlude.planner.component.ComponentEvent;
import dev.interlude.planner.freeze.Freeze;
import dev.interlude.planner.freeze.FreezeCommand;
import dev.interlude.planner.freeze.FreezeDecider;
import dev.interlude.planner.freeze.FreezeEvent;
import dev.interlude.planner.policy.Policy;
import dev.interlude.planner.policy.PolicyCommand;
import dev.interlude.planner.policy.PolicyDecider;
import dev.interlude.planner.policy.PolicyEvent;
import dev.interlude.planner.series.Series;
import dev.interlude.planner.series.SeriesCommand;
import dev.interlude.planner.series.SeriesDecider;
import dev.interlude.planner.series.SeriesEvent;
import dev.interlude.planner.token.ApiToken;
import dev.interlude.planner.token.ApiTokenCommand;
import dev.interlude.planner.token.ApiTokenDecider;
import dev.interlude.planner.token.ApiTokenEvent;
import dev.interlude.planner.token.CalendarToken;
import dev.interlude.planner.token.TokenCommand;
import dev.interlude.planner.token.TokenDecider;
import dev.interlude.planner.token.TokenEvent;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.FireTimer;
import dev.interlude.planner.window.WindowDecider;
import dev.interlude.planner.window.WindowEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the planner's log holds: its own streams, and whom it hears. */
@ApplicationScoped
public class PlannerLog {

    public static final Category WINDOW = Category.published("window", "planner").withOrdinals();
    public static final Category COMPONENT = Category.published("component", "planner");
    public static final Category POLICY = Category.published("policy", "planner");
    public static final Category FREEZE = Category.published("freeze", "planner");
    public static final Category SERIES = Category.published("series", "planner");
    public static final Category TOKEN = Category.unpublished("token");
    public static final Category API_TOKEN = Category.published("apitoken", "planner");
    public static final Category REFUSALS = Category.published("refusals", "planner");

    @Produces
    @Singleton
    LogDefinition definition() {
        return new LogDefinition(
                "planner",
                List.of(WINDOW, COMPONENT, POLICY, FREEZE, SERIES, TOKEN, API_TOKEN, REFUSALS),
                Set.of("checklist"),
                new LogDefinition.Refusals(
                        REFUSALS.name(),
                        "dev.interlude.planner.CommandRefused.v1",
                        "windowId",
                        PlannerLog::windowOf));
    }

    @Produces
    @Singleton
    CommandHandler<WindowCommand, WindowEvent, Window> windows(CommandHandlers handlers) {
        return handlers.of(
                new Aggregate<>(
                        WINDOW,
                        new WindowDecider(),
                        PlannerEvents.WINDOW,
                        (due, act) -> new FireTimer(act, due.name(), due.at())));
    }

    @Produces
    @Singleton
    CommandHandler<ComponentCommand, ComponentEvent, Component> components(
            CommandHandlers handlers) {
        return handlers.of(
                new Aggregate<>(COMPONENT, new ComponentDecider(), PlannerEvents.COMPONENT, null));
    }

    @Produces
    @Singleton
    CommandHandler<PolicyCommand, PolicyEvent, Policy> policies(CommandHandlers handlers) {
        return handlers.of(
                new Aggregate<>(POLICY, new PolicyDecider(), PlannerEvents.POLICY, null));
    }

    @Produces
    @Singleton
    CommandHandler<FreezeCommand, FreezeEvent, Freeze> freezes(CommandHandlers handlers) {
        return handlers.of(
                new Aggregate<>(FREEZE, new FreezeDecider(), PlannerEvents.FREEZE, null));
    }

    @Produces
    @Singleton
    CommandHandler<SeriesCommand, SeriesEvent, Series> series(CommandHandlers handlers) {
        return handlers.of(
                new Aggregate<>(
                        SERIES,
                        new SeriesDecider(),
                        PlannerEvents.SERIES,
                        (due, act) -> new SeriesCommand.FireTimer(act, due.name(), due.at())));
    }

    @Produces
    @Singleton
    CommandHandler<TokenCommand, TokenEvent, CalendarToken> tokens(CommandHandlers handlers) {
        return handlers.of(new Aggregate<>(TOKEN, new TokenDecider(), PlannerEvents.TOKEN, null));
    }

    @Produces
    @Singleton
    CommandHandler<ApiTokenCommand, ApiTokenEvent, ApiToken> apiTokens(CommandHandlers handlers) {
        return handlers.of(
                new Aggregate<>(API_TOKEN, new ApiTokenDecider(), PlannerEvents.API_TOKEN, null));
    }

    private static @Nullable String windowOf(String stream) {
        return Category.nameOf(stream).equals(WINDOW.name()) ? Category.idOf(stream) : null;
    }
}
