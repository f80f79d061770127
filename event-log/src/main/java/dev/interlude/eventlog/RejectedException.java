package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Rejection;

/** Carries a rejection from the handler to the edge, where it becomes problem+json. */
public final class RejectedException extends RuntimeException {

    private final transient Rejection rejection;

    public RejectedException(Rejection rejection) {
        super(rejection.code() + ": " + rejection.detail(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
