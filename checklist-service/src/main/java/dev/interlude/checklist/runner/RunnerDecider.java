package dev.interlude.checklist.runner;

import dev.interlude.checklist.runner.RunnerCommand.RegisterRunner;
import dev.interlude.checklist.runner.RunnerCommand.RevokeRunner;
import dev.interlude.checklist.runner.RunnerEvent.RunnerRegistered;
import dev.interlude.checklist.runner.RunnerEvent.RunnerRevoked;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import java.util.Optional;

/** The write side of a runner; empty as long as nobody has registered it. */
public final class RunnerDecider implements Decider<RunnerCommand, RunnerEvent, Optional<Runner>> {

    @Override
    public Optional<Runner> initial() {
        return Optional.empty();
    }

    @Override
    public Decision<RunnerEvent> decide(RunnerCommand command, Optional<Runner> state) {
        return switch (command) {
            case RegisterRunner c -> register(c, state);
            case RevokeRunner c ->
                    state.map(runner -> revoke(c, runner))
                            .orElseGet(() ->
                                    Decision.reject(Rejection.notFound("there is no such runner")));
        };
    }

    private static Decision<RunnerEvent> register(RegisterRunner c, Optional<Runner> state) {
        if (state.isPresent()) {
            return Decision.reject(
                    Rejection.conflict("already-exists", "there is a runner with that id"));
        }
        return isAdmin(c.act(), c.team())
                ? Decision.accept(
                        new RunnerRegistered(
                                c.runnerId(), c.name(), c.team(), c.scripts(), c.tokenSha256()))
                : Decision.reject(forbidden());
    }

    private static Decision<RunnerEvent> revoke(RevokeRunner c, Runner runner) {
        if (!isAdmin(c.act(), runner.team())) {
            return Decision.reject(forbidden());
        }
        return runner.revokedAt() == null
                ? Decision.accept(new RunnerRevoked(runner.id()))
                : Decision.nothing();
    }

    private static boolean isAdmin(Act act, String team) {
        return act.authority().allows("admin", team);
    }

    private static Rejection forbidden() {
        return Rejection.forbidden("role-missing", "this needs the role admin in the team");
    }

    @Override
    public Optional<Runner> evolve(Optional<Runner> state, Recorded<RunnerEvent> recorded) {
        return switch (recorded.event()) {
            case RunnerRegistered e ->
                    Optional.of(
                            new Runner(
                                    e.runnerId(),
                                    e.name(),
                                    e.team(),
                                    e.scripts(),
                                    e.tokenSha256(),
                                    recorded.recordedAt(),
                                    null));
            case RunnerRevoked _ -> state.map(runner -> runner.revoked(recorded.recordedAt()));
        };
    }
}
