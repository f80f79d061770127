package dev.interlude.planner.window;

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
}
