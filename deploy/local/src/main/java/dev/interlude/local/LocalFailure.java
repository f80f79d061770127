package dev.interlude.local;

import org.jspecify.annotations.Nullable;

/** What stops a local run, said so that a person can act on it. */
public final class LocalFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LocalFailure(String line) {
        this(line, null);
    }

    public LocalFailure(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
