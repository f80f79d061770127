package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.planner.window.WindowCommand.PlanWindow;
import dev.interlude.planner.window.WindowCommand.Seats;
import dev.interlude.planner.window.WindowCommand.UpTo;
import dev.interlude.testkit.Acts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan for tests that differs from the essay's own only in what the test is about. */
final class APlan {

    private final Act act;
    private String zone = "Europe/Berlin";
    private Instant start = Night.TWO;
    private Instant end = Night.FOUR;
    private Kind kind = Kind.NORMAL;
    private @Nullable Audience audience;
    private List<ComponentImpact> components = List.of(Night.BUILDS, Night.API);
    private @Nullable List<String> reminders;
    private @Nullable Seats crew;
    private boolean tentative;
    private @Nullable String templateId;
    private @Nullable UpTo upTo;

    private APlan(Act act) {
        this.act = act;
    }

    static APlan by(Act act) {
        return new APlan(act);
    }

    APlan in(String otherZone) {
        this.zone = otherZone;
        return this;
    }

    APlan from(Instant otherStart, Instant otherEnd) {
        this.start = otherStart;
        this.end = otherEnd;
        return this;
    }

    APlan of(Kind otherKind) {
        this.kind = otherKind;
        return this;
    }

    APlan of(ComponentImpact... affected) {
        this.components = List.of(affected);
        return this;
    }

    APlan forAudience(Audience whom) {
        this.audience = whom;
        return this;
    }

    APlan reminding(String... leads) {
        this.reminders = List.of(leads);
        return this;
    }

    APlan with(Seats seats) {
        this.crew = seats;
        return this;
    }

    APlan unsure() {
        this.tentative = true;
        return this;
    }

    APlan following(String template) {
        this.templateId = template;
        return this;
    }

    APlan upTo(UpTo state) {
        this.upTo = state;
        return this;
    }

    PlanWindow build() {
        return new PlanWindow(
                act,
                Night.ID,
                "Move RabbitMQ",
                Night.TEXT,
                null,
                zone,
                start,
                end,
                kind,
                audience,
                Acts.TEAM,
                null,
                null,
                List.of(),
                components,
                reminders,
                null,
                crew,
                tentative,
                templateId,
                upTo,
                NoticePolicy.DEFAULT,
                null,
                null);
    }
}
