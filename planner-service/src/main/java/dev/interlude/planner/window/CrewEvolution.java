package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.planner.window.Crew.Gap;
import dev.interlude.planner.window.Crew.HandOver;
import dev.interlude.planner.window.Crew.Status;
import dev.interlude.planner.window.CrewEvent.CrewHandedOver;
import dev.interlude.planner.window.CrewEvent.HandOverDeclined;
import dev.interlude.planner.window.CrewEvent.HandOverOffered;
import dev.interlude.planner.window.CrewEvent.RoleTakenOver;
import dev.interlude.planner.window.Window.Known;
import java.time.Instant;

/** What it does to the crew when a role changes hands. */
final class CrewEvolution {

    private CrewEvolution() {}

    static Known evolve(Known w, CrewEvent event, Recorded<WindowEvent> envelope) {
        Crew crew = w.crew();
        Instant at = envelope.recordedAt();
        return switch (event) {
            case HandOverOffered e ->
                    w.with(
                            crew.offered(
                                    new HandOver(
                                            e.ordinal(),
                                            e.role(),
                                            e.from(),
                                            e.to(),
                                            e.at(),
                                            Status.OFFERED,
                                            null)));
            case HandOverDeclined e ->
                    w.with(crew.settled(e.ordinal(), Status.DECLINED, e.reason()));
            case CrewHandedOver e ->
                    w.with(
                            crew.settled(e.ordinal(), Status.ACCEPTED, null)
                                    .turned(e.role(), e.to(), at));
            case RoleTakenOver e ->
                    w.with(
                            crew.turned(e.role(), e.to(), at)
                                    .with(
                                            new Gap(
                                                    e.role(),
                                                    e.from(),
                                                    e.gapSince(),
                                                    at,
                                                    e.reason())));
        };
    }
}
