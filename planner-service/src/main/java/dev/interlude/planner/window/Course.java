package dev.interlude.planner.window;

import dev.interlude.planner.window.WindowEvent.ComponentChange;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the work goes.
 *
 * @param startedAt null until started
 * @param readiness what the checklist said last, null when there is no checklist
 * @param verifyingDoneWork verification began when the carry-out was done, so that work which is
 *     taken up again ends it
 * @param present what is noticed now, by component, where it differs from the plan or was touched
 * @param ending null until completed or cancelled
 */
public record Course(
        @Nullable Instant startedAt,
        @Nullable ReadinessRecorded readiness,
        boolean verifyingDoneWork,
        Map<String, ComponentImpact> present,
        List<Update> updates,
        List<ImpactUpdate> impacts,
        @Nullable Ending ending) {

    /** A progress update; {@code occurredAt} is when it was true. */
    public record Update(
            int ordinal,
            @Nullable Map<String, String> publicText,
            @Nullable Map<String, String> internalText,
            @Nullable Instant nextUpdateBy,
            Instant occurredAt,
            String actor,
            UUID eventId) {

        Update saying(Map<String, String> text) {
            return new Update(
                    ordinal, text, internalText, nextUpdateBy, occurredAt, actor, eventId);
        }
    }

    /** What customers notice has changed. */
    public record ImpactUpdate(
            int ordinal,
            List<ComponentChange> changes,
            boolean worseThanAnnounced,
            @Nullable Map<String, String> publicText,
            Instant occurredAt,
            String actor,
            UUID eventId) {

        ImpactUpdate saying(Map<String, String> text) {
            return new ImpactUpdate(
                    ordinal, changes, worseThanAnnounced, text, occurredAt, actor, eventId);
        }
    }

    /** How it ended. */
    public sealed interface Ending {

        UUID eventId();

        /** The same with another public text. */
        Ending saying(Map<String, String> text);

        record Completion(
                Outcome outcome,
                Instant actualEnd,
                List<String> undone,
                List<ComponentImpact> impactLeft,
                @Nullable Map<String, String> publicText,
                UUID eventId)
                implements Ending {

            @Override
            public Completion saying(Map<String, String> text) {
                return new Completion(outcome, actualEnd, undone, impactLeft, text, eventId);
            }
        }

        record Cancellation(
                String reason,
                boolean announced,
                Instant at,
                @Nullable Map<String, String> publicText,
                UUID eventId)
                implements Ending {

            @Override
            public Cancellation saying(Map<String, String> text) {
                return new Cancellation(reason, announced, at, text, eventId);
            }
        }
    }

    static final Course NOT_BEGUN =
            new Course(null, null, false, Map.of(), List.of(), List.of(), null);

    Course started(Instant at) {
        return new Course(at, readiness, false, present, updates, impacts, ending);
    }

    Course ready(@Nullable ReadinessRecorded said) {
        return new Course(startedAt, said, verifyingDoneWork, present, updates, impacts, ending);
    }

    Course verifying() {
        return new Course(
                startedAt,
                readiness,
                readiness != null && readiness.carriedOut(),
                present,
                updates,
                impacts,
                ending);
    }

    Course updated(Update update) {
        var all = new ArrayList<>(updates);
        all.add(update);
        return new Course(
                startedAt,
                readiness,
                verifyingDoneWork,
                present,
                List.copyOf(all),
                impacts,
                ending);
    }

    Course impactChanged(ImpactUpdate change) {
        var all = new ArrayList<>(impacts);
        all.add(change);
        var now = new LinkedHashMap<>(present);
        for (ComponentChange c : change.changes()) {
            now.put(c.id(), new ComponentImpact(c.id(), c.name(), c.impact()));
        }
        return new Course(
                startedAt, readiness, verifyingDoneWork, now, updates, List.copyOf(all), ending);
    }

    /** Another text stands where this event told one. */
    Course corrected(UUID id, Map<String, String> text) {
        return new Course(
                startedAt,
                readiness,
                verifyingDoneWork,
                present,
                updates.stream().map(u -> u.eventId().equals(id) ? u.saying(text) : u).toList(),
                impacts.stream().map(i -> i.eventId().equals(id) ? i.saying(text) : i).toList(),
                ending != null && ending.eventId().equals(id) ? ending.saying(text) : ending);
    }

    Course ended(Ending how) {
        return new Course(startedAt, readiness, verifyingDoneWork, present, updates, impacts, how);
    }
}
