package dev.interlude.checklist.checklist;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What times, script and expectation of one step must be. */
final class FieldRules {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int DIGITS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private FieldRules() {}

    /** What is wrong, by member. */
    static Map<String, String> faults(Step step) {
        Map<String, String> faults = new LinkedHashMap<>();
        instant("notBefore", step.notBefore(), faults);
        instant("dueAt", step.dueAt(), faults);
        if (step.notBefore() != null
                && step.dueAt() != null
                && step.dueAt().isBefore(step.notBefore())) {
            faults.put("dueAt", "a step is not due before it may start");
        }
        if (step.script() != null) {
            script(step.script(), faults);
        }
        if (step.expectation() != null) {
            expectation(step.expectation(), faults);
        }
        return faults;
    }

    /** Beyond these no forecast can be counted. */
    private static void instant(String member, @Nullable Instant at, Map<String, String> faults) {
        if (at != null && (at.isBefore(FIRST) || at.isAfter(LAST))) {
            faults.put(member, "an instant of the years 2000 to 9999");
        }
    }

    private static void script(Script script, Map<String, String> faults) {
        if (!NAME.matcher(script.name()).matches() || script.name().startsWith(".")) {
            faults.put("script/name", "letters, digits, dot, hyphen and underscore, at most 100");
        }
        if (script.arguments().size() > 50
                || script.arguments().stream().anyMatch(a -> !line(a, 1_000))) {
            faults.put("script/arguments", "at most 50, each at most 1000 characters on one line");
        }
        Duration timeout = script.timeout();
        if (timeout != null
                && (!timeout.isPositive()
                        || !timeout.truncatedTo(ChronoUnit.SECONDS).equals(timeout)
                        || timeout.compareTo(LONGEST) > 0)) {
            faults.put("script/timeout", "from one second to 24 hours, whole seconds");
        }
    }

    private static void expectation(Expectation e, Map<String, String> faults) {
        if (e.text().isBlank() || !line(e.text(), 1_000)) {
            faults.put("expectation/text", "needs 1 to 1000 characters on one line");
        }
        if (e.probe() != null) {
            probe(e.probe(), faults);
        }
        if (e.unit() != null && (e.unit().isBlank() || !line(e.unit(), 20))) {
            faults.put("expectation/unit", "needs 1 to 20 characters on one line");
        }
        if (tooLong(e.atLeast()) || tooLong(e.atMost())) {
            faults.put("expectation", "a bound has at most " + DIGITS + " digits");
        } else if (e.atLeast() != null
                && e.atMost() != null
                && e.atLeast().compareTo(e.atMost()) > 0) {
            faults.put("expectation", "no value is at least the one and at most the other");
        }
    }

    private static void probe(Probe probe, Map<String, String> faults) {
        if (!line(probe.url(), 2_000) || !fetchable(probe.url())) {
            faults.put(
                    "expectation/probe/url",
                    "an http or https address without a user, at most 2000 characters");
        }
        if (probe.status() != null && (probe.status() < 100 || probe.status() > 599)) {
            faults.put("expectation/probe/status", "from 100 to 599");
        }
        Duration within = probe.within();
        if (within != null
                && (!within.isPositive()
                        || !within.truncatedTo(ChronoUnit.MILLIS).equals(within)
                        || within.compareTo(PATIENCE) > 0)) {
            faults.put("expectation/probe/within", "from 1 ms to 60 s, whole milliseconds");
        }
        if (probe.pointer() != null
                && (!probe.pointer().startsWith("/") || !line(probe.pointer(), 500))) {
            faults.put("expectation/probe/pointer", "a JSON pointer, at most 500 characters");
        }
    }

    private static boolean fetchable(String url) {
        try {
            var uri = new URI(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean tooLong(@Nullable BigDecimal number) {
        return number != null
                && (number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS);
    }

    private static boolean line(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }
}
