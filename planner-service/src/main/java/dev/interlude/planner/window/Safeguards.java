package dev.interlude.planner.window;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stops, exceptions and approvals of a window.
 *
 * @param version of the window's stream
 * @param authors persons who planned what is planned now, and so can't approve it
 * @param approvalFrom least impact for which the policy wants an approval; null for never
 * @param approval null when nobody approved, or what was approved has changed
 * @param rollback the last one that was called; null when none was
 */
public record Safeguards(
        long version,
        Set<String> authors,
        @Nullable Impact approvalFrom,
        @Nullable Approval approval,
        List<Hold> holds,
        List<GateOverride> overrides,
        List<BrokenGlass> glasses,
        @Nullable Rollback rollback) {

    static final Safeguards NONE =
            new Safeguards(0, Set.of(), null, null, List.of(), List.of(), List.of(), null);

    /** Of the window as it was at that version of its stream, and of that checklist. */
    public record Approval(String by, long version, @Nullable String planHash, Instant at) {}

    /**
     * No new step starts while one stands.
     *
     * @param offeredBy the first who is for going on
     * @param releasedBy empty while it stands
     */
    public record Hold(
            int ordinal,
            String by,
            String reason,
            Instant at,
            @Nullable String offeredBy,
            List<String> releasedBy,
            @Nullable Instant releasedAt) {

        public boolean stands() {
            return releasedAt == null;
        }
    }

    /** What became of something that needs a second person. */
    public enum Status {
        OPEN,
        APPROVED,
        REJECTED
    }

    /**
     * Gates that two people let pass.
     *
     * @param standing the gates that it still passes: each is used up by what it was asked for
     */
    public record GateOverride(
            int ordinal,
            List<String> gates,
            String reason,
            String by,
            Instant at,
            Status status,
            @Nullable String decidedBy,
            @Nullable String decidedBecause,
            @Nullable Instant decidedAt,
            List<String> standing) {}

    /** What one operator lets pass alone; {@code standing} as of an override. */
    public record BrokenGlass(
            int ordinal,
            List<String> gates,
            List<String> confirmations,
            String reason,
            String by,
            Instant at,
            Instant countersignBy,
            @Nullable String countersignedBy,
            @Nullable Instant countersignedAt,
            boolean overdue,
            List<String> standing) {}

    /** How far going back has come. */
    public enum Turn {
        CALLED,
        REJECTED,
        WITHDRAWN,
        BEGUN,
        RESUMED
    }

    /** A call for going back; {@code hold} is the one that came with it. */
    public record Rollback(
            String calledBy,
            String reason,
            Instant at,
            int hold,
            Turn turn,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        Rollback turned(Turn turn, @Nullable String by, Instant at) {
            return new Rollback(calledBy, reason, this.at, hold, turn, by, at);
        }
    }

    /** True while at least one hold stands. */
    public boolean held() {
        return holds.stream().anyMatch(Hold::stands);
    }

    public Optional<Hold> hold(int ordinal) {
        return holds.stream().filter(h -> h.ordinal() == ordinal).findFirst();
    }

    public Optional<GateOverride> override(int ordinal) {
        return overrides.stream().filter(o -> o.ordinal() == ordinal).findFirst();
    }

    /** True from the confirmation of a rollback on, unless the work was taken up again. */
    public boolean turnedBack() {
        return rollback != null && rollback.turn() == Turn.BEGUN;
    }

    boolean rollbackCalled() {
        return rollback != null && rollback.turn() == Turn.CALLED;
    }

    /** What lets this gate or this want of a second person pass, or null: two people rather. */
    public @Nullable PassedBy leave(String what) {
        return overrides.stream()
                .filter(o -> o.standing().contains(what))
                .map(o -> new PassedBy(what, PassedBy.Means.OVERRIDE, o.ordinal()))
                .reduce((_, last) -> last)
                .or(() ->
                        glasses.stream()
                                .filter(g -> g.standing().contains(what))
                                .map(g ->
                                        new PassedBy(what, PassedBy.Means.BREAK_GLASS, g.ordinal()))
                                .reduce((_, last) -> last))
                .orElse(null);
    }

    Safeguards at(long version) {
        return new Safeguards(
                version, authors, approvalFrom, approval, holds, overrides, glasses, rollback);
    }

    Safeguards by(Set<String> authors) {
        return new Safeguards(
                version, authors, approvalFrom, approval, holds, overrides, glasses, rollback);
    }

    Safeguards approvedFrom(@Nullable Impact impact) {
        return new Safeguards(
                version, authors, impact, approval, holds, overrides, glasses, rollback);
    }

    Safeguards with(@Nullable Approval approval) {
        return new Safeguards(
                version, authors, approvalFrom, approval, holds, overrides, glasses, rollback);
    }

    Safeguards with(Rollback rollback) {
        return new Safeguards(
                version, authors, approvalFrom, approval, holds, overrides, glasses, rollback);
    }

    Safeguards holds(UnaryOperator<List<Hold>> change) {
        return new Safeguards(
                version,
                authors,
                approvalFrom,
                approval,
                change.apply(holds),
                overrides,
                glasses,
                rollback);
    }

    Safeguards overrides(UnaryOperator<List<GateOverride>> change) {
        return new Safeguards(
                version,
                authors,
                approvalFrom,
                approval,
                holds,
                change.apply(overrides),
                glasses,
                rollback);
    }

    Safeguards glasses(UnaryOperator<List<BrokenGlass>> change) {
        return new Safeguards(
                version,
                authors,
                approvalFrom,
                approval,
                holds,
                overrides,
                change.apply(glasses),
                rollback);
    }
}
