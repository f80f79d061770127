package dev.interlude.planner.window;

import static dev.interlude.testkit.DeciderSpec.given;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.planner.window.WindowCommand.PlanWindow;
import dev.interlude.planner.window.WindowCommand.Seats;
import dev.interlude.planner.window.WindowEvent.CrewAccepted;
import dev.interlude.planner.window.WindowEvent.CrewAssigned;
import dev.interlude.planner.window.WindowEvent.OpenItem;
import dev.interlude.planner.window.WindowEvent.PolicyUsed;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import dev.interlude.planner.window.WindowEvent.VerificationBegan;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowPlanned;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The essay's own example: a Saturday night, 02:00 to 04:00 in Berlin. */
final class Night {

    static final Actor ANA = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaaana");
    static final Actor BEN = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaaben");
    static final Actor CARLA = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaacarl");
    static final Actor CI = Actor.machine("m-aaaaaaaaaaaaaaaaaaaaaaaaci");

    static final String ID = "0198f2a0-7c00-7a3e-9c11-5d2f6a7b8c90";
    static final Instant TWO = Instant.parse("2026-03-07T01:00:00Z");
    static final Instant FOUR = Instant.parse("2026-03-07T03:00:00Z");
    static final Instant FIVE = Instant.parse("2026-03-07T04:00:00Z");
    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    static final ComponentImpact BUILDS = new ComponentImpact("builds", "Builds", Impact.OUTAGE);
    static final ComponentImpact API = new ComponentImpact("api", "API", Impact.DEGRADED);
    static final Map<String, String> TEXT = Map.of("en", "We move our queue at {{start}}.");

    private Night() {}

    static Act ana(Instant now) {
        return Acts.by(ANA, now, "planner", "operator");
    }

    static Act ben(Instant now) {
        return Acts.by(BEN, now, "operator");
    }

    static Act carla(Instant now) {
        return Acts.by(CARLA, now, "liaison");
    }

    static Act stranger(Instant now) {
        return Acts.by(Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaaanyo"), now);
    }

    static PlanWindow plan(Act act, ComponentImpact... components) {
        return APlan.by(act).of(components).build();
    }

    static WindowPlanned planned(ComponentImpact... components) {
        return planned(Kind.NORMAL, Audience.PUBLIC, false, components);
    }

    static WindowPlanned planned(
            Kind kind, Audience audience, boolean tentative, ComponentImpact... components) {
        return new WindowPlanned(
                ID,
                "Move RabbitMQ",
                TEXT,
                null,
                "Europe/Berlin",
                TWO,
                FOUR,
                kind,
                audience,
                tentative,
                Acts.TEAM,
                null,
                null,
                List.of(),
                List.of(components),
                List.of("P1D", "PT1H"),
                Duration.ofMinutes(30),
                kind == Kind.STANDARD ? "move-a-queue" : null,
                null,
                null);
    }

    static final Seats SEATS = new Seats(ANA.id(), BEN.id(), null);
    static final CrewAssigned CREW = new CrewAssigned(ID, ANA.id(), BEN.id(), null);
    static final CrewAccepted ANA_ACCEPTED =
            new CrewAccepted(ID, ANA.id(), List.of(CrewRole.DRIVER));
    static final CrewAccepted BEN_ACCEPTED =
            new CrewAccepted(ID, BEN.id(), List.of(CrewRole.BUDDY, CrewRole.LIAISON));

    static final WindowAnnounced ANNOUNCED =
            new WindowAnnounced(
                    ID,
                    TWO,
                    FOUR,
                    List.of(BUILDS, API),
                    Duration.between(MONDAY, TWO),
                    Duration.ofDays(3),
                    new PolicyUsed("default", 1));

    static ReadinessRecorded readiness(long sequence, boolean prepared, boolean verified) {
        return new ReadinessRecorded(
                ID,
                sequence,
                "hash",
                true,
                0,
                true,
                prepared,
                verified,
                false,
                verified,
                verified,
                false,
                false,
                prepared ? List.of() : List.of(new OpenItem("prepare", "drain", "Drain")));
    }

    /** Carry-out done, verify steps open. */
    static ReadinessRecorded carriedOut(long sequence, boolean carriedOut) {
        return new ReadinessRecorded(
                ID,
                sequence,
                "hash",
                true,
                0,
                true,
                true,
                true,
                true,
                carriedOut,
                false,
                false,
                false,
                List.of(new OpenItem("verify", "smoke", "Smoke test")));
    }

    static DeciderSpec<WindowCommand, WindowEvent, Window> nothing() {
        return given(new WindowDecider());
    }

    static DeciderSpec<WindowCommand, WindowEvent, Window> plannedOnly() {
        return nothing().at(MONDAY).by(ANA).numbered(142).and(planned(BUILDS, API));
    }

    static DeciderSpec<WindowCommand, WindowEvent, Window> withCrew() {
        return plannedOnly().and(CREW, ANA_ACCEPTED, BEN_ACCEPTED);
    }

    static DeciderSpec<WindowCommand, WindowEvent, Window> announced() {
        return withCrew().and(ANNOUNCED);
    }

    static DeciderSpec<WindowCommand, WindowEvent, Window> ready() {
        return announced().and(readiness(9, true, false));
    }

    static DeciderSpec<WindowCommand, WindowEvent, Window> started() {
        return ready().at(TWO).and(new WindowStarted(ID, TWO, FOUR));
    }

    static DeciderSpec<WindowCommand, WindowEvent, Window> verifying() {
        return started().and(carriedOut(20, true), new VerificationBegan(ID));
    }
}
