package dev.interlude.planner.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people were told about the time, and what became of it.
 *
 * @param announcement null until announced
 * @param reminders what became of those whose time has come
 * @param overrun the present end has passed without completion
 */
public record Promise(
        @Nullable Announcement announcement,
        List<Extension> extensions,
        List<Proposal> proposals,
        Map<String, ReminderFate> reminders,
        boolean overrun) {

    /** When and with how much notice people were told. */
    public record Announcement(Instant at, Duration given, Duration required) {}

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
            String actor) {}

    public enum ReminderFate {
        SENT,
        MISSED
    }

    static final Promise NONE = new Promise(null, List.of(), List.of(), Map.of(), false);

    Promise announced(Announcement announcement) {
        return new Promise(announcement, extensions, proposals, reminders, overrun);
    }

    /** A new end ends an overrun, and every proposal made for the old end. */
    Promise extended(Extension extension) {
        var all = new ArrayList<>(extensions);
        all.add(extension);
        var settled = proposals.stream().map(p -> p.settledBy(extension.proposal())).toList();
        return new Promise(announcement, List.copyOf(all), settled, reminders, false);
    }

    Promise proposed(Proposal proposal) {
        var all = new ArrayList<>(proposals);
        all.add(proposal);
        return new Promise(announcement, extensions, List.copyOf(all), reminders, overrun);
    }

    Promise proposalTurned(int ordinal, Proposal.Status status) {
        var all =
                proposals.stream().map(p -> p.ordinal() == ordinal ? p.turned(status) : p).toList();
        return new Promise(announcement, extensions, all, reminders, overrun);
    }

    Promise reminded(String reminder, ReminderFate fate) {
        var all = new LinkedHashMap<>(reminders);
        all.put(reminder, fate);
        return new Promise(announcement, extensions, proposals, all, overrun);
    }

    Promise overran() {
        return new Promise(announcement, extensions, proposals, reminders, true);
    }

    Optional<Proposal> proposal(int ordinal) {
        return proposals.stream().filter(p -> p.ordinal() == ordinal).findFirst();
    }

    /** The proposal of the crossing that is still going on, if there is one. */
    Optional<Proposal> unsettled() {
        return proposals.stream().filter(Proposal::unsettled).reduce((_, last) -> last);
    }
}
