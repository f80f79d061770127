package dev.interlude.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds events that cause themselves through reactions alone. */
final class Circles {

    private Circles() {}

    static Set<String> in(JsonNode flows) {
        Map<String, Set<String>> causes = causes(flows);
        Set<String> circular = new TreeSet<>();
        for (String start : causes.keySet()) {
            if (reaches(start, causes)) {
                circular.add(start);
            }
        }
        return circular;
    }

    private static boolean reaches(String start, Map<String, Set<String>> causes) {
        Deque<String> next = new ArrayDeque<>(causes.get(start));
        Set<String> seen = new HashSet<>();
        while (!next.isEmpty()) {
            String event = next.pop();
            if (event.equals(start)) {
                return true;
            }
            if (seen.add(event)) {
                next.addAll(causes.getOrDefault(event, Set.of()));
            }
        }
        return false;
    }

    private static Map<String, Set<String>> causes(JsonNode flows) {
        Map<String, Set<String>> causes = new HashMap<>();
        flows.forEach(service ->
                service.path("reactions")
                        .forEach(reaction ->
                                reaction.path("on")
                                        .forEach(on -> {
                                            var appends =
                                                    causes.computeIfAbsent(
                                                            on.asText(), _ -> new TreeSet<>());
                                            reaction.path("appends")
                                                    .forEach(event -> appends.add(event.asText()));
                                        })));
        return causes;
    }
}
