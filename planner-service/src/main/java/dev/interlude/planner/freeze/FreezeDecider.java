package dev.interlude.planner.freeze;

import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.freeze.Freeze.Declared;
import dev.interlude.planner.freeze.Freeze.NotDeclared;
import dev.interlude.planner.freeze.FreezeCommand.DeclareFreeze;
import dev.interlude.planner.freeze.FreezeCommand.ImportFreeze;
import dev.interlude.planner.freeze.FreezeCommand.LiftFreeze;
import dev.interlude.planner.freeze.FreezeCommand.ReviseFreeze;
import dev.interlude.planner.freeze.FreezeEvent.FreezeDeclared;
import dev.interlude.planner.freeze.FreezeEvent.FreezeLifted;
import dev.interlude.planner.freeze.FreezeEvent.FreezeRevised;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A freeze is declared, revised while it holds, and lifted once. */
public final class FreezeDecider implements Decider<FreezeCommand, FreezeEvent, Freeze> {

    @Override
    public Freeze initial() {
        return new NotDeclared();
    }

    @Override
    public Decision<FreezeEvent> decide(FreezeCommand command, Freeze freeze) {
        return switch (command) {
            case DeclareFreeze c -> declare(c, freeze);
            case ReviseFreeze c -> revise(c.terms(), c.known(), freeze);
            case ImportFreeze c ->
                    freeze instanceof NotDeclared
                            ? declared(c.freezeId(), c.terms(), c.known())
                            : revise(c.terms(), c.known(), freeze);
            case LiftFreeze c -> lift(c, freeze);
        };
    }

    private static Decision<FreezeEvent> declare(DeclareFreeze c, Freeze freeze) {
        return freeze instanceof NotDeclared
                ? declared(c.freezeId(), c.terms(), c.known())
                : Decision.reject(
                        Rejection.conflict("already-exists", "There is such a freeze already."));
    }

    private static Decision<FreezeEvent> declared(String id, FreezeTerms terms, Set<String> known) {
        Rejection no = FreezeRules.acceptable(terms, known);
        return no != null ? Decision.reject(no) : Decision.accept(new FreezeDeclared(id, terms));
    }

    private static Decision<FreezeEvent> revise(
            FreezeTerms terms, Set<String> known, Freeze freeze) {
        return switch (freeze) {
            case NotDeclared _ -> Decision.reject(noSuchFreeze());
            case Declared d -> {
                Rejection no = firstOf(holding(d), FreezeRules.acceptable(terms, known));
                yield no != null
                        ? Decision.reject(no)
                        : terms.equals(d.terms())
                                ? Decision.nothing()
                                : Decision.accept(new FreezeRevised(d.id(), terms));
            }
        };
    }

    private static Decision<FreezeEvent> lift(LiftFreeze c, Freeze freeze) {
        return switch (freeze) {
            case NotDeclared _ -> Decision.reject(noSuchFreeze());
            case Declared d -> {
                Rejection no = holding(d);
                yield no != null
                        ? Decision.reject(no)
                        : Decision.accept(new FreezeLifted(d.id(), c.reason()));
            }
        };
    }

    private static @Nullable Rejection holding(Declared freeze) {
        return freeze.liftedAt() == null
                ? null
                : Rejection.conflict("wrong-state", "The freeze was lifted; declare a new one.");
    }

    private static @Nullable Rejection firstOf(@Nullable Rejection one, @Nullable Rejection other) {
        return one == null ? other : one;
    }

    private static Rejection noSuchFreeze() {
        return Rejection.notFound("There is no such freeze.");
    }

    @Override
    public Freeze evolve(Freeze freeze, Recorded<FreezeEvent> event) {
        return switch (event.event()) {
            case FreezeDeclared(var id, var terms) -> new Declared(id, terms, null);
            case FreezeRevised(var id, var terms) -> new Declared(id, terms, null);
            case FreezeLifted _ ->
                    freeze instanceof Declared d
                            ? new Declared(d.id(), d.terms(), event.recordedAt())
                            : freeze;
        };
    }
}
