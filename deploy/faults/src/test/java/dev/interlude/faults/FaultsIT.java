package dev.interlude.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.faults.fault.Faults;
import dev.interlude.faults.history.Finding;
import dev.interlude.faults.load.Load;
import dev.interlude.faults.load.OperationLog;
import dev.interlude.faults.rig.Rig;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@code ./interlude faults}: one house, broken in a few ways. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

    private static final long SEED = 20_261_121;
    private static final int WRITERS = 8;
    private static final int ENOUGH = 120;
    private static final int UNDER_FAULT = 60;

    @TempDir static Path folder;
    private static final OperationLog OPERATIONS = new OperationLog();
    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start(folder.resolve("house"));
        Load.prepare(rig);
    }

    @AfterAll
    static void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    @Order(1)
    void nothing_is_lost_duplicated_reordered_or_gapped_with_two_replicas() {
        var outcome = HistoryRun.of(rig, OPERATIONS, WRITERS, ENOUGH, SEED);
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.events()).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(outcome.followed()).isEqualTo(outcome.events());
    }

    @Test
    @Order(2)
    void the_reader_of_a_naive_log_is_caught_losing_events() {
        assertThat(new NaiveLog(rig.tables("planner")).readerIsCaught())
                .extracting(Finding::kind)
                .contains(Finding.Kind.LOST);
    }

    @Test
    @Order(3)
    void what_was_acknowledged_outlives_kills() {
        var table = new VerdictTable(System.out);
        var campaign = new Campaign(rig, OPERATIONS, table, UNDER_FAULT);
        var random = new Random(SEED);
        Stream.of("kill-backend", "kill-host")
                .map(Faults::named)
                .forEach(fault -> campaign.run(fault, random));
        assertThat(table.total())
                .isEqualTo("faults runs=2 lost=0 duplicated=0 reordered=0 stuck=0");
    }
}
