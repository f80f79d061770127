package dev.interlude.planner.window;

import dev.interlude.planner.window.Gate.Missing;
import dev.interlude.planner.window.Window.Known;
import java.time.Duration;
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
        Duration given = Duration.between(now, w.plan().start());
        Duration required = policy.required(w.plan().components(), w.plan().audience());
        boolean closed = w.promise().announcement() == null && policy.refuses(given, required);
        Gate notice =
                new Gate(
                        NOTICE,
                        closed
                                ? List.of(
                                        missing(
                                                "The notice would be "
                                                        + given
                                                        + ", the policy asks for "
                                                        + required
                                                        + ".",
                                                "planner"))
                                : List.of());
        return List.of(given.isNegative() ? notice : notice.onRecord(w.safeguards()));
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
