package dev.interlude.planner.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition that must hold before something may happen.
 *
 * @param name stable slug, one of {@link Gates#NAMES}
 * @param missing what keeps it closed; empty when it is open of itself
 * @param passedBy the override or broken glass that it is passed by although something is missing
 */
public record Gate(String name, List<Missing> missing, @Nullable PassedBy passedBy) {

    public Gate(String name, List<Missing> missing) {
        this(name, missing, null);
    }

    /**
     * One thing that is missing, and who can mend it.
     *
     * @param what a sentence
     * @param stepId the step of the checklist that it is about, or null
     * @param role who can mend it: planner, operator, crew, driver or buddy
     * @param persons those of that role who are known by id
     */
    public record Missing(String what, @Nullable String stepId, String role, List<String> persons) {

        Map<String, Object> written(String gate) {
            var written = new LinkedHashMap<String, Object>();
            written.put("gate", gate);
            written.put("what", what);
            if (stepId != null) {
                written.put("stepId", stepId);
            }
            written.put("role", role);
            written.put("persons", persons);
            return written;
        }
    }

    public boolean passed() {
        return missing.isEmpty() || passedBy != null;
    }

    /** The same, passed on record where something is missing and the window has leave for it. */
    Gate onRecord(Safeguards safeguards) {
        return missing.isEmpty() ? this : new Gate(name, missing, safeguards.leave(name));
    }
}
