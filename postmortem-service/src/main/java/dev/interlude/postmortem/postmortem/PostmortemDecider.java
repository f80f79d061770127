package dev.interlude.postmortem.postmortem;

import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.postmortem.postmortem.Postmortem.Due;
import dev.interlude.postmortem.postmortem.Postmortem.NotDue;
import dev.interlude.postmortem.postmortem.PostmortemCommand.CloseRecord;
import dev.interlude.postmortem.postmortem.PostmortemEvent.PostmortemDue;

/** Decides whether a post-mortem is due: once, and only for a reason. */
public final class PostmortemDecider
        implements Decider<PostmortemCommand, PostmortemEvent, Postmortem> {

    @Override
    public Postmortem initial() {
        return new NotDue();
    }

    @Override
    public Decision<PostmortemEvent> decide(PostmortemCommand command, Postmortem state) {
        return switch (command) {
            case CloseRecord close -> close(close, state);
        };
    }

    private static Decision<PostmortemEvent> close(CloseRecord close, Postmortem state) {
        return switch (state) {
            case Due _ -> Decision.nothing();
            case NotDue _ ->
                    close.reasons().isEmpty()
                            ? Decision.nothing()
                            : Decision.accept(new PostmortemDue(close.windowId(), close.reasons()));
        };
    }

    @Override
    public Postmortem evolve(Postmortem state, Recorded<PostmortemEvent> recorded) {
        return switch (recorded.event()) {
            case PostmortemDue due -> new Due(due.reasons());
        };
    }
}
