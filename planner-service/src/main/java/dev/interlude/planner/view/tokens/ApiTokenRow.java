package dev.interlude.planner.view.tokens;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API token; roles and teams with blanks between them. */
@Entity
@Table(name = "api_token")
class ApiTokenRow {
    @Id String id;
    @Column String kind;
    @Column @Nullable String holder;
    @Column @Nullable String machine;
    @Column @Nullable String label;
    @Column String roles;
    @Column String teams;

    @Column(name = "issued_by")
    @Nullable String issuedBy;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "expires_at")
    @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    @Nullable Instant revokedAt;

    List<String> roles() {
        return words(roles);
    }

    List<String> teams() {
        return words(teams);
    }

    private static List<String> words(String written) {
        return written.isEmpty() ? List.of() : List.of(written.split(" ", -1));
    }
}
