package dev.interlude.planner;

import dev.interlude.testkit.Contracts;
import org.junit.jupiter.api.Test;

class PlannerContractsTest {

    @Test
    void every_event_has_a_schema_and_an_example_that_is_valid_by_it() {
        Contracts.assertDescribed(PlannerEvents.WINDOW.types());
        Contracts.assertDescribed(PlannerEvents.COMPONENT.types());
    }

    @Test
    void our_own_records_read_the_examples() {
        PlannerEvents.WINDOW.types().forEach(type -> Contracts.assertReads(type, record(type)));
    }

    private static Class<?> record(String type) {
        Class<?> record = PlannerEvents.WINDOW.classOf(type);
        return record == null ? Object.class : record;
    }
}
