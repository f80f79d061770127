package dev.interlude.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritableTextTest {

    @Test
    void whole_characters_can_be_written() {
        String text = "Wartung läuft länger \uD83D\uDEA7\uD83D\uDEA7";
        assertThat(LogJson.isWritable(text)).isTrue();
        assertThat(LogJson.read(LogJson.write(text), String.class)).isEqualTo(text);
        assertThat(LogJson.isWritable("")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\uD83D", "\uD83Dx", "\uDEA7", "\uDEA7\uD83D", "x\uD83D"})
    void half_characters_and_nothing_cannot(String text) {
        assertThat(LogJson.isWritable(text)).isFalse();
    }
}
