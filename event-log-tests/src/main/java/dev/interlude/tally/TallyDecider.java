package dev.interlude.tally;

import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import java.util.Set;

final class TallyDecider implements Decider<TallyCommand, TallyEvent, Tally> {

    static final long MOST = 1_000_000;

    @Override
    public Tally initial() {
        return Tally.NONE;
    }

    @Override
    public Decision<TallyEvent> decide(TallyCommand command, Tally tally) {
        return switch (command) {
            case TallyCommand.Begin begin ->
                    tally.begun()
                            ? conflict("begun", "it has begun")
                            : Decision.accept(
                                    new TallyEvent.TallyBegun(begin.id(), begin.ringAt()));
            case TallyCommand.Count count ->
                    !tally.begun()
                            ? Decision.reject(Rejection.notFound("no such tally"))
                            : tally.total() + count.by() > MOST
                                    ? conflict("too-much", "a tally ends at " + MOST)
                                    : Decision.accept(
                                            new TallyEvent.Counted(tally.id(), count.by()));
            case TallyCommand.MoveBell move ->
                    Decision.accept(
                            new TallyEvent.BellMoved(tally.id(), move.ringAt(), "asked for"));
            case TallyCommand.Ring ring -> ring(ring, tally);
            case TallyCommand.Overhear heard ->
                    Decision.accept(
                            new TallyEvent.Overheard(heard.id(), heard.stream(), heard.sequence()));
        };
    }

    /** A tally of 7 rings no bell, and one of 13 breaks the decider: both happen to timers. */
    private static Decision<TallyEvent> ring(TallyCommand.Ring ring, Tally tally) {
        if (tally.total() == 13) {
            throw new IllegalStateException("thirteen");
        }
        return tally.total() == 7
                ? conflict("no-bell", "seven rings no bell")
                : Decision.accept(new TallyEvent.BellRang(tally.id(), ring.dueAt()));
    }

    private static Decision<TallyEvent> conflict(String code, String detail) {
        return Decision.reject(Rejection.conflict(code, detail));
    }

    @Override
    public Tally evolve(Tally tally, Recorded<TallyEvent> recorded) {
        return switch (recorded.event()) {
            case TallyEvent.TallyBegun e -> new Tally(true, e.tallyId(), 0, e.ringAt(), 0);
            case TallyEvent.Counted e ->
                    new Tally(
                            true, tally.id(), tally.total() + e.by(), tally.ringAt(), tally.rang());
            case TallyEvent.BellMoved e ->
                    new Tally(true, tally.id(), tally.total(), e.to(), tally.rang());
            case TallyEvent.BellRang e ->
                    new Tally(true, tally.id(), tally.total(), null, tally.rang() + 1);
            case TallyEvent.Overheard e ->
                    new Tally(true, e.tallyId(), tally.total() + 1, tally.ringAt(), tally.rang());
        };
    }

    @Override
    public Set<Due> due(Tally tally) {
        return tally.ringAt() == null ? Set.of() : Set.of(new Due("bell", tally.ringAt()));
    }
}
