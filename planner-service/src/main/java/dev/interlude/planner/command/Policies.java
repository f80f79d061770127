package dev.interlude.planner.command;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.planner.policy.Policy;
import dev.interlude.planner.policy.PolicyCommand;
import dev.interlude.planner.policy.PolicyEvent;
import dev.interlude.planner.view.policies.PolicyScopes;
import dev.interlude.planner.window.NoticePolicy;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.Window.NotPlanned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The notice policy that a command is judged by, read from its stream and so always current. */
@ApplicationScoped
public class Policies {

    private final CommandHandler<PolicyCommand, PolicyEvent, Policy> streams;
    private final PolicyScopes scopes;

    Policies(CommandHandler<PolicyCommand, PolicyEvent, Policy> streams, PolicyScopes scopes) {
        this.streams = streams;
        this.scopes = scopes;
    }

    /** That of the window's team; of a window that doesn't exist, whose command will be refused. */
    Uni<NoticePolicy> of(Window window) {
        return switch (window) {
            case Known known -> of(known.plan().team());
            case NotPlanned _ -> Uni.createFrom().item(NoticePolicy.DEFAULT);
        };
    }

    /** That of the team; where it has none, the deployment's. */
    public Uni<NoticePolicy> of(String team) {
        // both are looked for together, in one trip
        return Uni.combine()
                .all()
                .unis(streams.fold(team), inherited())
                .with((folded, inherited) -> {
                    NoticePolicy own = folded.state().present();
                    return own == null ? inherited : own;
                });
    }

    /** That of the team as it was known at an instant. */
    Uni<NoticePolicy> of(String team, Instant asOf) {
        return streams.foldAsOf(team, asOf)
                .chain(folded -> {
                    NoticePolicy own = folded.state().present();
                    return own == null
                            ? streams.foldAsOf(NoticePolicy.DEFAULT.scope(), asOf)
                                    .map(shared -> orShipped(shared.state()))
                            : Uni.createFrom().item(own);
                });
    }

    private static NoticePolicy orShipped(Policy policy) {
        NoticePolicy own = policy.present();
        return own == null ? NoticePolicy.DEFAULT : own;
    }

    /** The deployment's. */
    Uni<NoticePolicy> inherited() {
        return streams.fold(NoticePolicy.DEFAULT.scope()).map(folded -> orShipped(folded.state()));
    }

    /** The default one first, then those that were ever asked for, by name. */
    Uni<List<String>> scopes() {
        String usual = NoticePolicy.DEFAULT.scope();
        return scopes.all()
                .map(all ->
                        Stream.concat(
                                        Stream.of(usual),
                                        all.stream().filter(scope -> !scope.equals(usual)).sorted())
                                .toList());
    }
}
