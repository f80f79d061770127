package dev.interlude.planner.window;

import dev.interlude.planner.window.WindowEvent.PolicyUsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people were told about the time, and what became of it.
 *
 * @param announcement null until announced
 * @param reminders what became of those of the present start whose time has come
 * @param overrun the present end has passed without completion
 */
public record Promise(
        @Nullable Announcement announcement,
        List<Extension> extensions,
        List<Proposal> proposals,
        Map<String, ReminderFate> reminders,
        boolean overrun,
        Timing timing,
        Saying saying) {

    /**
     * When and with how much notice people were told; the notice may be negative.
     *
     * @param policy that it was judged by
     */
    public record Announcement(Instant at, Duration given, Duration required, PolicyUsed policy) {}

    /** The end was put off, by a deliberate act. */
    public record Extension(
            int ordinal,
            Instant previousEnd,
            Instant newEnd,
            String reason,
            @Nullable Map<String, String> publicText,
            @Nullable Integer proposal,
            boolean beforePreviousEnd,
            Instant at,
            String actor,
            UUID eventId) {

        Extension saying(Map<String, String> text) {
            return new Extension(
                    ordinal,
                    previousEnd,
                    newEnd,
                    reason,
                    text,
                    proposal,
                    beforePreviousEnd,
                    at,
                    actor,
                    eventId);
        }
    }

    public enum ReminderFate {
        SENT,
        MISSED
    }

    static final Promise NONE =
            new Promise(null, List.of(), List.of(), Map.of(), false, Timing.UNTOLD, Saying.NOTHING);

    Promise announced(Announcement announcement, Instant toldAt, Instant start, Instant end) {
        return new Promise(
                announcement,
                extensions,
                proposals,
                reminders,
                overrun,
                timing.told(toldAt, start, end),
                saying);
    }

    /** Another time: what was said about the old one, and what became of that, is over. */
    Promise moved(Move move, Instant toldAt, boolean judged) {
        return new Promise(
                announcement,
                extensions,
                settled(null),
                Map.of(),
                false,
                timing.moved(move, toldAt, judged),
                saying);
    }

    /** A new end ends an overrun, and every proposal made for the old end. */
    Promise extended(Extension extension, boolean judged) {
        var all = new ArrayList<>(extensions);
        all.add(extension);
        return new Promise(
                announcement,
                List.copyOf(all),
                settled(extension.proposal()),
                reminders,
                false,
                judged ? timing.endingAt(extension.newEnd()) : timing,
                saying);
    }

    private List<Proposal> settled(@Nullable Integer accepted) {
        return proposals.stream().map(p -> p.settledBy(accepted)).toList();
    }

    /** What was proposed and dismissed before stands no longer: there is one crossing at a time. */
    Promise proposed(Proposal proposal) {
        var all = new ArrayList<>(settled(null));
        all.add(proposal);
        return with(List.copyOf(all));
    }

    Promise proposalTurned(int ordinal, Proposal.Status status) {
        return with(
                proposals.stream()
                        .map(p -> p.ordinal() == ordinal ? p.turned(status) : p)
                        .toList());
    }

    private Promise with(List<Proposal> now) {
        return new Promise(announcement, extensions, now, reminders, overrun, timing, saying);
    }

    Promise reminded(String reminder, ReminderFate fate) {
        var all = new LinkedHashMap<>(reminders);
        all.put(reminder, fate);
        return new Promise(announcement, extensions, proposals, all, overrun, timing, saying);
    }

    Promise overran() {
        return new Promise(announcement, extensions, proposals, reminders, true, timing, saying);
    }

    Promise with(Timing now) {
        return new Promise(announcement, extensions, proposals, reminders, overrun, now, saying);
    }

    Promise with(Saying now) {
        return new Promise(announcement, extensions, proposals, reminders, overrun, timing, now);
    }

    /** Another text stands where this event told one. */
    Promise corrected(UUID eventId, Map<String, String> text) {
        return new Promise(
                announcement,
                extensions.stream()
                        .map(e -> e.eventId().equals(eventId) ? e.saying(text) : e)
                        .toList(),
                proposals,
                reminders,
                overrun,
                timing.corrected(eventId, text),
                saying.corrected(eventId, text));
    }

    Optional<Proposal> proposal(int ordinal) {
        return proposals.stream().filter(p -> p.ordinal() == ordinal).findFirst();
    }

    /** The proposal of the crossing that is still going on, if there is one. */
    Optional<Proposal> unsettled() {
        return proposals.stream().filter(Proposal::unsettled).reduce((_, last) -> last);
    }
}
