package dev.interlude.postmortem.postmortem;

import java.util.List;

/** What happened to a post-mortem. */
public sealed interface PostmortemEvent {

    /** A post-mortem has to be held. Once per window. */
    record PostmortemDue(String windowId, List<Reason> reasons) implements PostmortemEvent {}
}
