package dev.interlude.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private static final String TYPE = "dev.interlude.testkit.CupFilled.v1";

    record Cup(String size, Map<String, String> label, List<Sip> sips) {}

    record Sip(int millilitres) {}

    record OtherCup(int size) {}

    record CupWithAll(Map<String, Object> sips) {}

    @Test
    void the_example_is_valid_and_read_by_a_tolerant_record() {
        Contracts.assertDescribed(List.of(TYPE));
        assertThat(Contracts.assertReads(TYPE, Cup.class).sips()).containsExactly(new Sip(40));
    }

    @Test
    void invalid_data_is_found() {
        assertThat(Contracts.errors(TYPE, bytes("{\"size\":3}"))).hasSizeGreaterThan(1);
        assertThatThrownBy(() -> Contracts.validate(TYPE, bytes("{}")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_member_that_the_example_lacks_is_found() {
        String more =
                "{\"size\":\"L\",\"label\":{\"fr\":\"Tasse\"},\"sips\":[{\"millilitres\":1,\"x\":2}]}";
        Contracts.validate(TYPE, bytes(more));
        assertThatThrownBy(() -> Contracts.validateShape(TYPE, bytes(more)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/sips/x");
    }

    @Test
    void a_text_in_another_language_has_the_same_shape() {
        Contracts.validateShape(
                TYPE, bytes("{\"size\":\"L\",\"label\":{\"fr\":\"Tasse\"},\"sips\":[]}"));
    }

    @Test
    void a_record_of_another_form_is_found() {
        assertThatThrownBy(() -> Contracts.assertReads(TYPE, OtherCup.class)).isNotNull();
        assertThatThrownBy(() -> Contracts.assertReads(TYPE, CupWithAll.class)).isNotNull();
    }

    @Test
    void a_type_without_schema_is_found() {
        assertThatThrownBy(() ->
                        Contracts.assertDescribed(List.of("dev.interlude.testkit.Nothing.v1")))
                .isInstanceOf(AssertionError.class);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
