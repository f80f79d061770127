package dev.interlude.planner.command;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.RawProperty;
import biweekly.util.ICalDate;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.ProviderNotice;
import dev.interlude.planner.window.ProviderNotice.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a MAINTNOTE: one VEVENT (RFC 5545) with properties {@code X-MAINTNOTE-…}, as providers
 * attach it to their mails. What can't be read is 400, what is missing or wrong 422 with the name
 * of the property.
 */
final class MaintNote {

    private static final String X = "X-MAINTNOTE-";
    private static final int LINE = 500;
    private static final int OBJECTS = 200;

    private final ICalendar calendar;
    private final VEvent event;

    private MaintNote(ICalendar calendar, VEvent event) {
        this.calendar = calendar;
        this.event = event;
    }

    static ProviderNotice read(String body) {
        List<ICalendar> all = Biweekly.parse(body).all();
        if (all.isEmpty()) {
            throw Problem.of(400, "unreadable", "the body is no iCalendar object");
        }
        if (all.size() > 1 || all.getFirst().getEvents().size() != 1) {
            throw Problem.invalid("VEVENT", "must be there once");
        }
        return new MaintNote(all.getFirst(), all.getFirst().getEvents().getFirst()).notice();
    }

    private ProviderNotice notice() {
        Instant start = instant("DTSTART", event.getDateStart());
        Instant end = instant("DTEND", event.getDateEnd());
        if (!start.isBefore(end)) {
            throw Problem.invalid("DTEND", "must be later than DTSTART");
        }
        return new ProviderNotice(
                one("PROVIDER"),
                one("ACCOUNT"),
                one("MAINTENANCE-ID"),
                sequence(),
                word("STATUS", Status.class),
                start,
                end,
                word("IMPACT", Impact.class),
                objects(),
                summary());
    }

    private int sequence() {
        Integer written = event.getSequence() == null ? null : event.getSequence().getValue();
        int sequence = Objects.requireNonNullElse(written, 0);
        if (sequence < 0) {
            throw Problem.invalid("SEQUENCE", "must not be negative");
        }
        return sequence;
    }

    private String one(String name) {
        List<String> all = values(name);
        if (all.size() != 1) {
            throw Problem.invalid(X + name, "must be there once");
        }
        return all.getFirst();
    }

    private List<String> objects() {
        List<String> all = values("OBJECT-ID");
        if (all.isEmpty() || all.size() > OBJECTS) {
            throw Problem.invalid(X + "OBJECT-ID", "must be there, at most " + OBJECTS + " times");
        }
        return all;
    }

    private List<String> values(String name) {
        return event.getExperimentalProperties(X + name).stream()
                .map(RawProperty::getValue)
                .map(VObjectPropertyValues::unescape)
                .map(String::strip)
                .peek(value -> line(X + name, value))
                .toList();
    }

    private static void line(String name, String value) {
        if (value.length() > LINE || !value.matches(Requests.LINE)) {
            throw Problem.invalid(name, "must be one line of at most " + LINE + " characters");
        }
    }

    /** In the notice words have hyphens where ours have underscores. */
    private <E extends Enum<E>> E word(String name, Class<E> words) {
        String written = one(name).toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(written))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid(
                                X + name,
                                "must be one of "
                                        + String.join(
                                                ", ",
                                                names(words).map(MaintNote::hyphens).toList())));
    }

    private static <E extends Enum<E>> Stream<String> names(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name);
    }

    private static String hyphens(String word) {
        return word.replace('_', '-');
    }

    /** A time on a wall that isn't named would be ours, and wrong. */
    private Instant instant(String name, @Nullable DateOrDateTimeProperty property) {
        ICalDate date = property == null ? null : property.getValue();
        if (date == null || !date.hasTime() || calendar.getTimezoneInfo().isFloating(property)) {
            throw Problem.invalid(name, "must be a time in UTC or in a zone that is sent along");
        }
        return date.toInstant();
    }

    private @Nullable String summary() {
        String written = event.getSummary() == null ? null : event.getSummary().getValue();
        if (written == null || written.isBlank()) {
            return null;
        }
        line("SUMMARY", written.strip());
        return written.strip();
    }
}
