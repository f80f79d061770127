package dev.interlude.planner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One view.
 *
 * @param operation as the interface writes it
 * @param path where there is something to see, perhaps with a query
 * @param gone the same of what there is not; null when it can't be
 * @param wrong query parameters that can't be read, each as it is written
 */
record ReadRow(String operation, String path, @Nullable String gone, List<String> wrong) {

    /** With that parameter instead of its own of that name. */
    String path(String parameter) {
        String name = parameter.substring(0, parameter.indexOf('=') + 1);
        String kept = path.replaceAll("(?<=[?&])" + name + "[^&]*&?", "").replaceAll("[?&]$", "");
        return kept + (kept.contains("?") ? "&" : "?") + parameter;
    }
}
