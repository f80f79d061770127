package dev.interlude.faults.history;

import static dev.interlude.faults.history.Finding.changed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the events of windows say: the rows that a list of windows must have, and the timers that
 * must have fired. Written a second time on purpose, so that it shares no fault with the planner.
 */
public final class WindowFold {

    /** A window in a list. */
    public record Row(
            String id, long number, String title, String state, Instant start, Instant end) {}

    /** An event of a window's stream. */
    public record Event(
            String window, String name, long ordinal, Instant recordedAt, JsonNode data) {}

    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Instant> dueAt = new HashMap<>();
    private final Map<String, List<String>> reminders = new HashMap<>();
    private final Map<String, Integer> fired = new HashMap<>();

    private WindowFold() {}

    /** Folds events in the order of the log. */
    public static WindowFold of(List<Event> events) {
        var fold = new WindowFold();
        events.forEach(fold::apply);
        return fold;
    }

    /** Compares with what a list of windows shows; numbers are gapless as well. */
    public List<Finding> compare(List<Row> shown) {
        var findings = new ArrayList<Finding>();
        var expected = new HashMap<>(rows);
        for (Row row : shown) {
            Row folded = expected.remove(row.id());
            if (!row.equals(folded)) {
                findings.add(changed("the list shows " + row + ", the events say " + folded));
            }
        }
        expected.values().forEach(row -> findings.add(changed("the list lacks " + row)));
        long numbers = rows.values().stream().mapToLong(Row::number).distinct().count();
        long highest = rows.values().stream().mapToLong(Row::number).max().orElse(0);
        if (numbers != rows.size() || highest != rows.size()) {
            findings.add(
                    Finding.gapped(
                            "%d windows have %d numbers up to %d"
                                    .formatted(rows.size(), numbers, highest)));
        }
        return findings;
    }

    /** The reminders of windows that were announced, as they stand at an instant. */
    public List<Timer> timers(Instant now) {
        return dueAt.entrySet().stream()
                .map(due ->
                        new Timer(
                                due.getKey(),
                                due.getValue().isBefore(now),
                                fired.getOrDefault(due.getKey(), 0)))
                .toList();
    }

    private void apply(Event event) {
        JsonNode data = event.data();
        String id = event.window();
        switch (event.name()) {
            case "WindowPlanned" -> plan(event);
            case "WindowRevised" ->
                    rows.computeIfPresent(
                            id,
                            (_, r) ->
                                    with(
                                            r,
                                            data.path("title").asText(r.title()),
                                            r.state(),
                                            r.end()));
            case "WindowAnnounced" -> announce(event);
            case "WindowExtended" ->
                    rows.computeIfPresent(
                            id, (_, r) -> with(r, r.title(), r.state(), instant(data, "newEnd")));
            case "ReminderDue", "ReminderMissed" ->
                    fired.merge(timer(id, data.path("reminder").asText()), 1, Integer::sum);
            default -> {}
        }
    }

    private void plan(Event event) {
        JsonNode data = event.data();
        var leads = new ArrayList<String>();
        data.path("reminders").forEach(lead -> leads.add(lead.asText()));
        reminders.put(event.window(), leads);
        rows.put(
                event.window(),
                new Row(
                        event.window(),
                        event.ordinal(),
                        data.path("title").asText(),
                        "Planned",
                        instant(data, "start"),
                        instant(data, "end")));
    }

    private void announce(Event event) {
        String id = event.window();
        rows.computeIfPresent(id, (_, r) -> with(r, r.title(), "Announced", r.end()));
        for (String lead : reminders.getOrDefault(id, List.of())) {
            Instant at = instant(event.data(), "start").minus(Duration.parse(lead));
            if (at.isAfter(event.recordedAt())) {
                dueAt.put(timer(id, lead), at);
            }
        }
    }

    private static Row with(Row row, String title, String state, Instant end) {
        return new Row(row.id(), row.number(), title, state, row.start(), end);
    }

    private static String timer(String window, String lead) {
        return window + " " + lead;
    }

    private static Instant instant(JsonNode data, String field) {
        return Instant.parse(data.path(field).asText());
    }
}
