package dev.interlude.planner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.command.Pages.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final List<String> ALL = List.of("a", "b", "c", "d", "e");

    private static Page<String> page(List<String> all, @Nullable String cursor, int most) {
        return Pages.of(all, one -> one, Pages.after(cursor), most);
    }

    @Test
    void page_after_page_comes_to_the_whole_list() {
        for (int most = 1; most <= 6; most++) {
            var read = new ArrayList<String>();
            Page<String> page = page(ALL, null, most);
            read.addAll(page.items());
            while (page.next() != null) {
                page = page(ALL, page.next(), most);
                assertThat(page.items()).isNotEmpty();
                read.addAll(page.items());
            }
            assertThat(read).as("%s at a time", most).isEqualTo(ALL);
        }
    }

    @Test
    void a_page_goes_on_where_the_last_one_ended_though_that_is_gone() {
        String next = page(ALL, null, 2).next();
        assertThat(page(List.of("a", "aa", "c", "d", "e"), next, 2).items())
                .containsExactly("c", "d");
        assertThat(page(List.of("a"), next, 2)).isEqualTo(new Page<>(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "abcd", "b", "", "2027-01-01T00:00:00Z", "\u00e4"})
    void what_is_no_cursor_is_refused(String written) {
        assertThatThrownBy(() -> Pages.after(written)).isInstanceOf(Problem.class);
    }
}
