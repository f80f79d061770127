package dev.interlude.planner.window;

import dev.interlude.planner.window.Gate.Missing;
import dev.interlude.planner.window.Noticing.Judged;
import dev.interlude.planner.window.Window.Known;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The gates by name, and those that may be passed on record. */
public final class Gates {

    public static final String NOTICE = "notice";
    public static final String CREW = "crew";
    public static final String CHECKLIST = "checklist";
    public static final String PREPARE = "prepare";
    public static final String REVIEW = "review";
    public static final String ROLLBACK = "rollback";
    public static final String APPROVAL = "approval";
    public static final String FREEZE = "freeze";
    public static final String VERIFY = "verify";
    public static final String RESUME = "resume";

    /** All gates; each can be passed by an override or under broken glass. */
    public static final Set<String> NAMES =
            Set.of(
                    NOTICE, CREW, CHECKLIST, PREPARE, REVIEW, ROLLBACK, APPROVAL, FREEZE, VERIFY,
                    RESUME);

    static final List<String> OF_THE_START =
            List.of(NOTICE, CREW, CHECKLIST, PREPARE, REVIEW, ROLLBACK, APPROVAL, FREEZE);

    private Gates() {}

    /** Before the announcement: people are told early enough. */
    public static List<Gate> announce(Known w, NoticePolicy policy, Instant now) {
        Judged judged = Noticing.judge(now, w.plan().start(), w.plan().components(), w, policy);
        if (w.promise().announcement() != null || !judged.refused()) {
            return List.of(new Gate(NOTICE, List.of()));
        }
        String what =
                "The notice would be "
                        + judged.given()
                        + ", the policy asks for "
                        + judged.required()
                        + ".";
        return List.of(new Gate(NOTICE, List.of(missing(what, "planner")), judged.passedBy()));
    }

    /** Before a rollback: the point of no return is not passed. */
    public static Gate wayBack(Known w) {
        var said = w.course().readiness();
        boolean closed = said != null && said.pastPointOfNoReturn();
        return new Gate(
                        ROLLBACK,
                        closed
                                ? List.of(missing("The point of no return is passed.", "operator"))
                                : List.of())
                .onRecord(w.safeguards());
    }

    private static Missing missing(String what, String role) {
        return new Missing(what, null, role, List.of());
    }
}
