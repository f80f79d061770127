package dev.interlude.planner.view.freezes;

import dev.interlude.eventlog.LogJson;
import dev.interlude.planner.freeze.Freeze.Declared;
import dev.interlude.planner.freeze.FreezeTerms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A freeze; {@code terms} are JSON. */
@Entity
@Table(name = "freeze_row")
class FreezeRow {
    @Id String id;
    @Column String title;
    @Column @Nullable String team;

    @Column(name = "lifted_at")
    @Nullable Instant liftedAt;

    @Column String terms;

    Declared freeze() {
        return new Declared(
                id,
                LogJson.read(terms.getBytes(StandardCharsets.UTF_8), FreezeTerms.class),
                liftedAt);
    }
}
