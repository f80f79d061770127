package dev.interlude.planner;

import dev.interlude.eventlog.EventTypes;
import dev.interlude.testkit.Contracts;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlannerContractsTest {

    @Test
    void every_event_has_a_schema_and_an_example_that_is_valid_by_it() {
        Contracts.assertDescribed(PlannerEvents.WINDOW.types());
        Contracts.assertDescribed(PlannerEvents.COMPONENT.types());
        Contracts.assertDescribed(PlannerEvents.POLICY.types());
        Contracts.assertDescribed(PlannerEvents.FREEZE.types());
        Contracts.assertDescribed(PlannerEvents.SERIES.types());
        Contracts.assertDescribed(PlannerEvents.API_TOKEN.types());
    }

    @Test
    void our_own_records_read_the_examples() {
        PlannerEvents.WINDOW.types().forEach(type -> Contracts.assertReads(type, record(type)));
        reads(PlannerEvents.COMPONENT);
        reads(PlannerEvents.FREEZE);
        reads(PlannerEvents.SERIES);
        reads(PlannerEvents.API_TOKEN);
    }

    private static <E> void reads(EventTypes<E> types) {
        types.types()
                .forEach(type ->
                        Contracts.assertReads(type, Objects.requireNonNull(types.classOf(type))));
    }

    private static Class<?> record(String type) {
        Class<?> record = PlannerEvents.WINDOW.classOf(type);
        return record == null ? Object.class : record;
    }
}
