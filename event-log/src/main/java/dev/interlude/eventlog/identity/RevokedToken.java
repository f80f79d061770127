package dev.interlude.eventlog.identity;

import io.quarkus.security.AuthenticationFailedException;

/** Why a bearer token that was good is not any more: 401 {@code token-revoked}. */
public final class RevokedToken extends RuntimeException {

    private RevokedToken() {
        super("the token was taken back", null, false, false);
    }

    static AuthenticationFailedException failure() {
        return new AuthenticationFailedException(new RevokedToken());
    }
}
