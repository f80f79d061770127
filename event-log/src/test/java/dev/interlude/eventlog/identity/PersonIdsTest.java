package dev.interlude.eventlog.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PersonIdsTest {

    private final PersonIds ids =
            new PersonIds("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    @Test
    void a_person_is_26_base32_characters_of_the_keyed_digest() {
        assertThat(ids.person("https://idp.example", "ana")).matches("p-[a-z2-7]{26}");
        assertThat(ids.machine("https://idp.example", "ana")).matches("m-[a-z2-7]{26}");
    }

    /** Computed with another tool: HMAC-SHA256, base32 of RFC 4648, lower case, 26 characters. */
    @Test
    void the_id_is_the_same_as_anywhere_else() {
        assertThat(ids.person("https://idp.example", "ana"))
                .isEqualTo("p-ibj7mjqoaealzuuiimbjpwhfyc");
    }

    @Test
    void issuer_subject_and_key_all_count() {
        var other = new PersonIds("fedcba9876543210".getBytes(StandardCharsets.US_ASCII));
        assertThat(ids.person("a", "b"))
                .isNotEqualTo(ids.person("a", "c"))
                .isNotEqualTo(ids.person("c", "b"))
                .isNotEqualTo(other.person("a", "b"));
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new PersonIds(new byte[8])).hasMessageContaining("16 bytes");
    }
}
