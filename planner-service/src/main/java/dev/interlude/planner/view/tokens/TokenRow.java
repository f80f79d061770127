package dev.interlude.planner.view.tokens;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A calendar token. */
@Entity
@Table(name = "calendar_token")
class TokenRow {
    @Id String id;
    @Column String sha256;
    @Column String person;
    @Column String label;
    @Column @Nullable String team;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    @Nullable Instant revokedAt;
}
