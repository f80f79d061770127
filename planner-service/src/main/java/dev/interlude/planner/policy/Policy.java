package dev.interlude.planner.policy;

import dev.interlude.planner.window.NoticePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policy of a scope and how it came about.
 *
 * @param versions those that held, oldest first; empty when the scope has none of its own
 */
public record Policy(List<Version> versions, List<Proposal> proposals) {

    static final Policy NONE = new Policy(List.of(), List.of());

    /**
     * Terms that hold or held.
     *
     * @param by who changed them; of a loosening, who confirmed it
     */
    public record Version(NoticePolicy policy, String reason, Instant since, String by) {}

    /** A loosening that somebody asked for. */
    public record Proposal(
            int ordinal,
            int basedOn,
            Terms terms,
            List<String> loosens,
            String reason,
            String by,
            Instant at,
            Status status) {

        public enum Status {
            OPEN,
            CONFIRMED,
            REJECTED
        }

        Proposal turned(Status next) {
            return new Proposal(ordinal, basedOn, terms, loosens, reason, by, at, next);
        }
    }

    /** What holds now; null when the scope has no policy of its own. */
    public @Nullable NoticePolicy present() {
        return versions.isEmpty() ? null : versions.getLast().policy();
    }

    int version() {
        return versions.isEmpty() ? 0 : versions.getLast().policy().version();
    }

    public Optional<Proposal> proposal(int ordinal) {
        return proposals.stream().filter(p -> p.ordinal() == ordinal).findFirst();
    }

    Policy with(Version version) {
        var all = new ArrayList<>(versions);
        all.add(version);
        return new Policy(List.copyOf(all), proposals);
    }

    Policy with(Proposal proposal) {
        var all = new ArrayList<>(proposals);
        all.add(proposal);
        return new Policy(versions, List.copyOf(all));
    }

    Policy turned(int ordinal, Proposal.Status status) {
        return new Policy(
                versions,
                proposals.stream()
                        .map(p -> p.ordinal() == ordinal ? p.turned(status) : p)
                        .toList());
    }
}
