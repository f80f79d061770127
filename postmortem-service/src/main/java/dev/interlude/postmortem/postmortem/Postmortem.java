package dev.interlude.postmortem.postmortem;

import java.util.List;

/** States of a post-mortem. */
public sealed interface Postmortem {

    /** Nothing has called for one. */
    record NotDue() implements Postmortem {}

    /** To be held, for these reasons. */
    record Due(List<Reason> reasons) implements Postmortem {}
}
