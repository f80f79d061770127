package dev.interlude.eventlog.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RevocationsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Revocations revocations = new Revocations();

    @Test
    void only_what_has_not_expired_takes_room() {
        revocations.take("soon", NOW.plusSeconds(10));
        revocations.take("later", NOW.plusSeconds(100));
        revocations.take("never", Instant.MAX);
        revocations.forgetExpired(NOW.plusSeconds(11));
        assertThat(revocations.size()).isEqualTo(2);
        assertThat(revocations.contains("soon")).isFalse();
        assertThat(revocations.contains("later")).isTrue();
        revocations.forgetExpired(NOW.plusSeconds(1_000_000));
        assertThat(revocations.contains("never")).isTrue();
    }

    @Test
    void while_all_is_learnt_anew_nothing_opens() {
        revocations.take("void", Instant.MAX);
        revocations.take("kept", Instant.MAX);
        revocations.learnAnew();
        assertThat(revocations.contains("void")).isTrue();
        revocations.take("kept", Instant.MAX);
        revocations.learnt();
        assertThat(revocations.contains("kept")).isTrue();
        assertThat(revocations.contains("void")).isFalse();
    }
}
