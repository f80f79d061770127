package dev.interlude.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTest {

    @ParameterizedTest
    @CsvSource({"+2d, PT48H", "+1h30m, PT1H30M", "+90s, PT90S", "+1d12h, PT36H"})
    void a_step_forward_is_read(String text, Duration step) {
        assertThat(Time.duration(text)).isEqualTo(step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2d", "-2d", "+2", "+d", "+2w", ""})
    void anything_else_is_refused_in_one_line(String text) {
        assertThatThrownBy(() -> Time.duration(text))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("such as +2d");
    }

    @Test
    void an_instant_is_read() {
        assertThat(Time.instant("2026-03-07T01:00:00Z"))
                .isEqualTo(Instant.parse("2026-03-07T01:00:00Z"));
        assertThatThrownBy(() -> Time.instant("tomorrow")).isInstanceOf(LocalFailure.class);
    }
}
