package dev.interlude.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which service answers which path of the one origin. */
final class Routes {

    private static final String NOTIFIER = "notifier";
    private static final String OPENAPI = "/api/openapi/";
    private static final Map<String, String> PREFIXES = new LinkedHashMap<>();

    static {
        api("planner", "windows", "components", "freezes", "policies", "slots", "series");
        api("planner", "calendar.ics", "calendar", "board", "tokens", "me");
        pages("planner", "/plan", "/login", "/problems");
        api("checklist", "checklists", "templates", "scripts", "runners");
        pages("checklist", "/run");
        api(NOTIFIER, "subscribers", "broadcasts", "internal-notices", "nudges", "deliveries");
        api(NOTIFIER, "notices", "message-templates", "webhooks");
        pages(NOTIFIER, "/api/v2");
        api("postmortem", "timelines", "postmortems", "action-items", "events", "log", "figures");
        api("postmortem", "audit");
        pages("postmortem", "/review");
    }

    private Routes() {}

    /**
     * A target.
     *
     * @param service who answers
     * @param path what it is asked for there
     */
    record Target(String service, String path) {}

    /** Where a path leads; null when it is nobody's. */
    static @Nullable Target of(String path) {
        if (path.startsWith(OPENAPI)) {
            String service = path.substring(OPENAPI.length());
            return PortPlan.SERVICES.contains(service) ? new Target(service, "/q/openapi") : null;
        }
        String service = serviceOf(path);
        return service == null ? null : new Target(service, path);
    }

    // What is no API and nobody else's is the public site's: pages, feeds, what they are made of.
    // The services' own ends (/q/) and what each has for itself (/api/v1/clock) stay inside.
    private static @Nullable String serviceOf(String path) {
        for (Map.Entry<String, String> route : PREFIXES.entrySet()) {
            if (path.equals(route.getKey()) || path.startsWith(route.getKey() + "/")) {
                return route.getValue();
            }
        }
        return path.startsWith("/api/") || path.startsWith("/q/") ? null : NOTIFIER;
    }

    private static void api(String service, String... names) {
        List.of(names).forEach(name -> PREFIXES.put("/api/v1/" + name, service));
    }

    private static void pages(String service, String... paths) {
        List.of(paths).forEach(path -> PREFIXES.put(path, service));
    }
}
