package dev.interlude.planner;

import static dev.interlude.planner.RowWindows.IDA;
import static dev.interlude.planner.RowWindows.JAN;
import static dev.interlude.planner.RowWindows.KIM;
import static dev.interlude.planner.RowWindows.PUMP;

import dev.interlude.planner.WindowRow.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every command of a window. */
final class WindowRows {

    static final String WRONG = "409 wrong-state";
    static final Map<String, Object> WHY = Map.of("reason", "Because");
    static final Map<String, Object> NONE = Map.of();

    private static final String NO_ROLE = "403 role-missing";
    private static final String NO_CREW = "403 not-crew";

    /** What is missed first, and only, in an empty body. */
    static final Map<String, List<String>> MISSED =
            Map.ofEntries(
                    Map.entry("moves", List.of("/reason", "/start")),
                    Map.entry("crew", List.of("/buddy", "/driver")),
                    Map.entry("cancellation", List.of("/reason")),
                    Map.entry("hand-overs", List.of("/role", "/to")),
                    Map.entry("take-over", List.of("/reason", "/role")),
                    Map.entry("holds", List.of("/reason")),
                    Map.entry("updates", List.of("")),
                    Map.entry("impacts", List.of("/components")),
                    Map.entry("corrections", List.of("/publicText")),
                    Map.entry("extensions", List.of("/reason")),
                    Map.entry("rollback", List.of("/reason")),
                    Map.entry("overrides", List.of("/gates", "/reason")),
                    Map.entry("break-glass", List.of("/reason")),
                    Map.entry("completion", List.of("/outcome")));

    private WindowRows() {}

    static List<WindowRow> all() {
        Map<String, Object> later = new HashMap<>(WHY);
        later.put("start", Instant.now().plus(Duration.ofDays(400)).toString());
        Map<String, Object> verify = Map.of("gates", List.of("verify"), "reason", "Because");
        Map<String, Object> told = Map.of("publicText", "It is dry. " + UUID.randomUUID());
        Map<String, Object> less =
                Map.of("components", List.of(Map.of("id", PUMP, "impact", "NO_IMPACT")));
        return List.of(
                new WindowRow(Where.PLAN, "", Map.of("title", "Other"), IDA, NO_ROLE, WRONG),
                new WindowRow(Where.PLAN, "announcement", null, IDA, NO_ROLE, WRONG),
                new WindowRow(Where.PLAN, "approval", null, JAN, NO_ROLE, WRONG),
                new WindowRow(Where.PLAN, "confirmation", null, IDA, NO_ROLE, WRONG),
                new WindowRow(Where.PLAN, "moves", later, IDA, NO_ROLE, WRONG),
                new WindowRow(
                        Where.PLAN,
                        "crew",
                        Map.of("driver", IDA, "buddy", KIM),
                        IDA,
                        NO_ROLE,
                        WRONG),
                new WindowRow(Where.PLAN, "crew/acceptance", null, JAN, NO_CREW, WRONG),
                new WindowRow(Where.PLAN, "crew/declination", NONE, JAN, NO_CREW, WRONG),
                new WindowRow(Where.PLAN, "cancellation", WHY, IDA, NO_ROLE, WRONG),
                new WindowRow(Where.PROVIDED, "start", null, IDA, NO_ROLE, WRONG),
                new WindowRow(
                        Where.NIGHT,
                        "hand-overs",
                        Map.of("role", "DRIVER", "to", KIM),
                        IDA,
                        NO_CREW,
                        WRONG),
                new WindowRow(Where.NIGHT, "hand-overs/1/acceptance", null, KIM, NO_CREW, WRONG),
                new WindowRow(Where.NIGHT, "hand-overs/1/rejection", NONE, KIM, NO_CREW, WRONG),
                new WindowRow(
                        Where.NIGHT,
                        "take-over",
                        Map.of("role", "BUDDY", "reason", "Asleep"),
                        KIM,
                        NO_ROLE,
                        WRONG),
                new WindowRow(Where.NIGHT, "holds", WHY, JAN, NO_CREW, WRONG),
                new WindowRow(Where.NIGHT, "updates", told, IDA, NO_CREW, WRONG),
                new WindowRow(Where.NIGHT, "impacts", less, IDA, NO_CREW, WRONG),
                new WindowRow(Where.NIGHT, "corrections", told, IDA, NO_CREW, "200 "),
                new WindowRow(
                        Where.NIGHT,
                        "extensions",
                        Map.of("by", "PT1H", "reason", "Slow"),
                        IDA,
                        NO_CREW,
                        WRONG),
                new WindowRow(
                        Where.NIGHT, "extension-proposals/1/dismissal", null, IDA, NO_CREW, WRONG),
                new WindowRow(Where.NIGHT, "verification", null, IDA, NO_CREW, WRONG),
                new WindowRow(Where.NIGHT, "rollback", WHY, IDA, NO_CREW, WRONG),
                new WindowRow(Where.NIGHT, "overrides", verify, IDA, NO_ROLE, WRONG),
                new WindowRow(Where.NIGHT, "overrides/1/approval", null, JAN, NO_ROLE, WRONG),
                new WindowRow(Where.NIGHT, "overrides/1/rejection", NONE, JAN, NO_ROLE, WRONG),
                new WindowRow(Where.NIGHT, "break-glass", verify, IDA, NO_ROLE, WRONG),
                new WindowRow(
                        Where.NIGHT, "break-glass/countersignature", null, JAN, NO_ROLE, "200 "),
                new WindowRow(Where.STOPPED, "holds/1/release", null, IDA, NO_CREW, WRONG),
                new WindowRow(Where.STOPPED, "rollback/confirmation", NONE, IDA, NO_CREW, WRONG),
                new WindowRow(Where.STOPPED, "rollback/rejection", NONE, IDA, NO_CREW, WRONG),
                new WindowRow(
                        Where.VERIFYING,
                        "completion",
                        Map.of("outcome", "SUCCEEDED"),
                        IDA,
                        NO_CREW,
                        WRONG),
                new WindowRow(Where.VERIFYING, "resumption", NONE, IDA, NO_CREW, WRONG));
    }
}
