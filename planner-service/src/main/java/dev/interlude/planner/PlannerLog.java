package dev.interlude.planner;

import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.LogDefinition;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the planner's log holds: its own streams, and what it hears. */
final class PlannerLog {

    static final Category WINDOW = Category.published("window", "planner").withOrdinals();
    static final Category COMPONENT = Category.published("component", "planner");
    static final Category REFUSALS = Category.published("refusals", "planner");

    private PlannerLog() {}

    @Produces
    @Singleton
    static LogDefinition definition() {
        return new LogDefinition(
                "planner",
                List.of(WINDOW, COMPONENT, REFUSALS),
                Set.of("checklist"),
                new LogDefinition.Refusals(
                        REFUSALS.name(),
                        "dev.interlude.planner.CommandRefused.v1",
                        "windowId",
                        PlannerLog::windowOf));
    }

    private static @Nullable String windowOf(String stream) {
        return Category.nameOf(stream).equals(WINDOW.name()) ? Category.idOf(stream) : null;
    }
}
