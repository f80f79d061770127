package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.FOUR;
import static dev.interlude.planner.window.Night.TWO;
import static dev.interlude.planner.window.Night.ana;
import static dev.interlude.planner.window.Night.ready;

import dev.interlude.planner.window.WindowCommand.StartWindow;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreezeGateTest {

    @Test
    void work_is_not_begun_in_a_freeze() {
        var sale = new FrozenBy("sale", "Sale", TWO.minusSeconds(3600), FOUR);
        ready().when(new StartWindow(ana(TWO), List.of(sale)))
                .thenRejected("gate-closed", "gates", List.of("freeze"));
    }
}
