package dev.interlude.planner;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One command on what is no window.
 *
 * @param operation as the interface writes it
 * @param path where it can be done
 * @param body what is sent, null for none
 * @param who may do it
 * @param others who may not
 * @param missed what is missed in an empty body; null when nothing is
 * @param of what it changes, whose version is asked for; null for what makes something new
 * @param gone the same of what there is not; null when it names nothing that there could be not
 * @param over the same where a state forbids it; null when none does
 * @param overSays what is said there
 */
record CommandRow(
        String operation,
        String path,
        @Nullable Map<String, Object> body,
        Rest who,
        Rest others,
        @Nullable List<String> missed,
        @Nullable String of,
        @Nullable String gone,
        @Nullable String over,
        String overSays) {

    String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    /** True when the version that was seen has to be said. */
    boolean matching() {
        return method().equals("PATCH");
    }
}
