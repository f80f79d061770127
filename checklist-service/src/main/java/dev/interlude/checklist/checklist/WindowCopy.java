package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.WindowFollowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The window as it was known, to be changed by one piece of news. */
final class WindowCopy {

    private final Window w;
    private WindowState state;
    private Instant start;
    private Instant end;
    private @Nullable String driver;
    private @Nullable String buddy;
    private @Nullable String liaison;
    private final List<String> acceptedBy;
    private List<Expert> experts;
    private final Set<Integer> holds;
    private final List<Glass> glass;

    WindowCopy(Window w) {
        this.w = w;
        this.state = w.state();
        this.start = w.start();
        this.end = w.end();
        this.driver = w.driver();
        this.buddy = w.buddy();
        this.liaison = w.liaison();
        this.acceptedBy = new ArrayList<>(w.acceptedBy());
        this.experts = w.experts() == null ? List.of() : w.experts();
        this.holds = new TreeSet<>(w.holds() == null ? List.of() : w.holds());
        this.glass = new ArrayList<>(w.glass() == null ? List.of() : w.glass());
    }

    WindowCopy in(WindowState next) {
        state = next;
        return this;
    }

    WindowCopy during(Instant from, Instant to) {
        start = from;
        end = to;
        return this;
    }

    WindowCopy crew(WindowNews.CrewNamed named) {
        driver = named.driver();
        buddy = named.buddy();
        liaison = named.liaison();
        experts = named.experts();
        return this;
    }

    WindowCopy agreed(String person) {
        if (!acceptedBy.contains(person)) {
            acceptedBy.add(person);
        }
        return this;
    }

    WindowCopy without(String person) {
        driver = unless(person, driver);
        buddy = unless(person, buddy);
        liaison = unless(person, liaison);
        experts = experts.stream().filter(e -> !e.person().equals(person)).toList();
        return this;
    }

    /** Who takes a role has agreed to it. */
    WindowCopy passed(WindowNews.RolePassed news, Instant at) {
        String lane = news.role().toLowerCase(Locale.ROOT);
        // the shift of that instant is over
        experts =
                experts.stream()
                        .filter(e -> !(e.lane().equals(lane) && e.hasTimes() && e.covers(at)))
                        .toList();
        switch (lane) {
            case "driver" -> driver = news.to();
            case "buddy" -> buddy = news.to();
            case "liaison" -> liaison = news.to();
            // a role of tomorrow: who takes it is at least known to have agreed
            default -> {}
        }
        return agreed(news.to());
    }

    WindowCopy held(int ordinal) {
        holds.add(ordinal);
        return this;
    }

    WindowCopy released(int ordinal) {
        holds.remove(ordinal);
        return this;
    }

    WindowCopy glass(WindowNews.GlassBroken broken) {
        if (broken.confirmsSteps()) {
            glass.add(new Glass(broken.ordinal(), broken.by()));
        }
        return this;
    }

    /** Who is no longer crew is no longer among those who agreed. */
    WindowFollowed followed(String windowId, int plannerEpoch, long plannerSequence) {
        List<String> still = acceptedBy.stream().filter(this::isCrew).toList();
        return new WindowFollowed(
                windowId,
                plannerSequence,
                state,
                start,
                end,
                w.team(),
                driver,
                buddy,
                liaison,
                still,
                experts.isEmpty() ? null : experts,
                holds.isEmpty() ? null : List.copyOf(holds),
                glass.isEmpty() ? null : List.copyOf(glass),
                plannerEpoch,
                w.rehearsal());
    }

    private boolean isCrew(String person) {
        return person.equals(driver)
                || person.equals(buddy)
                || person.equals(liaison)
                || experts.stream().anyMatch(expert -> expert.person().equals(person));
    }

    private static @Nullable String unless(String person, @Nullable String holder) {
        return person.equals(holder) ? null : holder;
    }
}
