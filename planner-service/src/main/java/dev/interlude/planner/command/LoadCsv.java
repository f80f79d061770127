package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.component.LoadProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A week's load as CSV: {@code weekday,hour,load} in 168 lines of any order, weekdays MON to SUN,
 * hours 0 to 23, a heading and empty lines allowed. Every line that is wrong is named.
 */
final class LoadCsv {

    private static final List<String> DAYS =
            List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private final double[] hours = new double[LoadProfile.HOURS];
    private final List<Map<String, String>> errors = new ArrayList<>();

    private LoadCsv() {
        Arrays.fill(hours, Double.NaN);
    }

    static LoadProfile read(String zone, String csv) {
        var read = new LoadCsv();
        String[] lines = csv.split("\\r?\\n", -1);
        for (int i = 0; i < lines.length; i++) {
            read.line(lines[i].strip(), i + 1);
        }
        if (read.errors.isEmpty()) {
            read.missing();
        }
        if (!read.errors.isEmpty()) {
            throw Problem.of(422, "invalid", read.errors.size() + " lines are not as they must be")
                    .with("errors", read.errors);
        }
        return new LoadProfile(zone, Arrays.stream(read.hours).boxed().toList());
    }

    private void line(String line, int number) {
        boolean heading = number == 1 && line.equalsIgnoreCase("weekday,hour,load");
        if (line.isEmpty() || heading) {
            return;
        }
        String[] cells = line.split("\\s*,\\s*", -1);
        int day = DAYS.indexOf(cells[0].toUpperCase(java.util.Locale.ROOT));
        if (cells.length != 3 || day < 0 || !cells[1].matches("[01]?[0-9]|2[0-3]")) {
            wrong(number, "must be weekday (MON to SUN), hour (0 to 23), load");
        } else if (!cells[2].matches("[0-9]{1,12}([.][0-9]{1,9})?")) {
            wrong(number, "the load must be a number that is not negative");
        } else {
            take(day * 24 + Integer.parseInt(cells[1]), Double.parseDouble(cells[2]), number);
        }
    }

    private void take(int hour, double load, int number) {
        if (!Double.isNaN(hours[hour])) {
            wrong(number, "this hour was there already");
        }
        hours[hour] = load;
    }

    private void missing() {
        for (int hour = 0; hour < hours.length; hour++) {
            if (Double.isNaN(hours[hour])) {
                errors.add(
                        Map.of(
                                "pointer",
                                "",
                                "rule",
                                DAYS.get(hour / 24) + "," + hour % 24 + " must be there"));
            }
        }
    }

    private void wrong(int number, String rule) {
        errors.add(Map.of("pointer", "line " + number, "rule", rule));
    }
}
