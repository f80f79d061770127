package dev.interlude.checklist.template;

import dev.interlude.checklist.checklist.Step;
import dev.interlude.eventlog.decider.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A template with all its versions.
 *
 * @param versions oldest first; empty as long as there is none
 */
public record Template(List<Version> versions, List<Proposal> proposals) {

    public static final Template NONE = new Template(List.of(), List.of());

    /** A version as it was published. */
    public record Version(
            int version,
            String title,
            @Nullable PlanPart plan,
            List<Step> steps,
            @Nullable String note,
            @Nullable String team,
            @Nullable String fromWindow,
            Actor by,
            Instant at) {}

    /**
     * A proposal.
     *
     * @param lesson number in the post-mortem of that window; null for none
     * @param version what it became; null unless it was accepted
     * @param declined whether it was
     * @param reason why it was declined
     */
    public record Proposal(
            int ordinal,
            String text,
            @Nullable List<Step> steps,
            @Nullable String windowId,
            @Nullable Integer lesson,
            Actor by,
            Instant at,
            @Nullable Integer version,
            boolean declined,
            @Nullable String reason) {

        /** Whether nobody has decided on it. */
        public boolean open() {
            return version == null && !declined;
        }

        Proposal decided(@Nullable Integer became, @Nullable String why) {
            return new Proposal(
                    ordinal, text, steps, windowId, lesson, by, at, became, became == null, why);
        }
    }

    public Template {
        versions = List.copyOf(versions);
        proposals = List.copyOf(proposals);
    }

    /** The newest version. */
    public Optional<Version> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** That version. */
    public Optional<Version> version(int n) {
        return versions.stream().filter(v -> v.version() == n).findFirst();
    }

    Template with(Version next) {
        List<Version> all = new ArrayList<>(versions);
        all.add(next);
        return new Template(all, proposals);
    }

    Template with(Proposal next) {
        List<Proposal> all = new ArrayList<>(proposals);
        all.add(next);
        return new Template(versions, all);
    }
}
