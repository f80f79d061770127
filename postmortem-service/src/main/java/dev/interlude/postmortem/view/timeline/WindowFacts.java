package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.postmortem.heard.AmongPeople.RoleTurned;
import dev.interlude.postmortem.heard.FromChecklist.StepAdded;
import dev.interlude.postmortem.heard.FromPlanner.CrewAssigned;
import dev.interlude.postmortem.heard.FromPlanner.WindowPlanned;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence needs to know about the window around its event.
 *
 * @param title of the window; its id until it is known
 * @param zone the window's zone; UTC until it is known
 * @param steps number of each step, from 1, in the order of the checklist
 * @param roles role of each person of the crew
 */
record WindowFacts(
        String title, ZoneId zone, Map<String, Integer> steps, Map<String, String> roles) {

    /** Names of the events that facts are made of. */
    static final Set<String> SOURCES =
            Set.of("WindowPlanned", "StepAdded", "CrewAssigned", "CrewHandedOver", "RoleTakenOver");

    static WindowFacts of(String windowId, List<LogEvent> sources) {
        String title = windowId;
        ZoneId zone = ZoneOffset.UTC;
        Map<String, Integer> steps = new HashMap<>();
        Map<String, String> roles = new HashMap<>();
        for (LogEvent event : sources) {
            switch (event.name()) {
                case "WindowPlanned" -> {
                    var planned = event.read(WindowPlanned.class);
                    title = planned.title();
                    zone = planned.zone();
                }
                case "StepAdded" ->
                        steps.putIfAbsent(
                                event.read(StepAdded.class).step().id(), steps.size() + 1);
                case "CrewAssigned" -> assign(event.read(CrewAssigned.class), roles);
                case "CrewHandedOver", "RoleTakenOver" -> turn(event.read(RoleTurned.class), roles);
                default -> {}
            }
        }
        return new WindowFacts(title, zone, Map.copyOf(steps), Map.copyOf(roles));
    }

    private static void assign(CrewAssigned crew, Map<String, String> roles) {
        if (crew.liaison() != null) {
            roles.put(crew.liaison(), "the liaison");
        }
        roles.put(crew.buddy(), "the buddy");
        roles.put(crew.driver(), "the driver");
    }

    /** Who had the role keeps its name for what they did in it. */
    private static void turn(RoleTurned turned, Map<String, String> roles) {
        roles.put(turned.to(), "the " + turned.role().toLowerCase(Locale.ROOT));
    }

    /** "the driver", or who else acted. */
    String who(Actor actor) {
        return switch (actor.kind()) {
            case PERSON -> who(actor.id());
            case MACHINE -> "machine " + actor.id();
            case REACTION -> "the system";
            case TIMER -> "the clock";
        };
    }

    String who(String person) {
        return roles.getOrDefault(person, person);
    }

    /** {@code Step 8 'Drain the queues'}. */
    String step(String id, @Nullable String title) {
        Integer number = steps.get(id);
        return "Step "
                + (number == null ? "" : number + " ")
                + "'"
                + (title == null ? id : title)
                + "'";
    }
}
