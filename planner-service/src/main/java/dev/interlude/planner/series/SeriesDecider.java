package dev.interlude.planner.series;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.series.Series.NotPlanned;
import dev.interlude.planner.series.Series.Recurring;
import dev.interlude.planner.series.SeriesCommand.ChangeOccurrence;
import dev.interlude.planner.series.SeriesCommand.EndSeries;
import dev.interlude.planner.series.SeriesCommand.FireTimer;
import dev.interlude.planner.series.SeriesCommand.OpenOccurrence;
import dev.interlude.planner.series.SeriesCommand.PlanSeries;
import dev.interlude.planner.series.SeriesCommand.ReviseSeries;
import dev.interlude.planner.series.SeriesCommand.SkipOccurrence;
import dev.interlude.planner.series.SeriesEvent.OccurrenceChanged;
import dev.interlude.planner.series.SeriesEvent.OccurrenceOpened;
import dev.interlude.planner.series.SeriesEvent.OccurrenceSkipped;
import dev.interlude.planner.series.SeriesEvent.SeriesEnded;
import dev.interlude.planner.series.SeriesEvent.SeriesPlanned;
import dev.interlude.planner.series.SeriesEvent.SeriesRevised;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A series opens its occurrences one by one; what people touch opens at once. */
public final class SeriesDecider implements Decider<SeriesCommand, SeriesEvent, Series> {

    private static final String OPEN = "open/";

    @Override
    public Series initial() {
        return new NotPlanned();
    }

    @Override
    public Decision<SeriesEvent> decide(SeriesCommand command, Series state) {
        return switch (state) {
            case NotPlanned _ ->
                    command instanceof PlanSeries c
                            ? plan(c)
                            : Decision.reject(Rejection.notFound("There is no such series."));
            case Recurring s -> decide(command, s);
        };
    }

    private static Decision<SeriesEvent> decide(SeriesCommand command, Recurring s) {
        return switch (command) {
            case PlanSeries _ ->
                    Decision.reject(
                            Rejection.conflict(
                                    "already-exists", "There is such a series already."));
            case ReviseSeries c -> revise(c, s);
            case EndSeries c -> end(c, s);
            case SkipOccurrence c -> skip(c, s);
            case ChangeOccurrence c -> change(c, s);
            case OpenOccurrence c -> open(c, s);
            case FireTimer c -> fire(c, s);
        };
    }

    private static @Nullable Rejection planner(Act act, String team) {
        return act.authority().allows("planner", team)
                ? null
                : Rejection.forbidden(
                        "role-missing", "This needs the role planner in the team " + team + ".");
    }

    private static Decision<SeriesEvent> plan(PlanSeries c) {
        Rejection no = planner(c.act(), c.terms().team());
        no = no == null ? SeriesRules.acceptable(c.terms(), c.policy(), c.act().now()) : no;
        return no != null
                ? Decision.reject(no)
                : Decision.accept(new SeriesPlanned(c.seriesId(), c.terms()));
    }

    private static Decision<SeriesEvent> revise(ReviseSeries c, Recurring s) {
        Rejection no = planner(c.act(), s.terms().team());
        no = no == null ? planner(c.act(), c.terms().team()) : no;
        no = no == null ? SeriesRules.acceptable(c.terms(), c.policy(), c.act().now()) : no;
        no = no == null ? goesOn(c.from(), s) : no;
        if (no == null && c.terms().localStart().isBefore(c.from())) {
            no = Rejection.invalid("/localStart", "must not be before from");
        }
        if (no != null) {
            return Decision.reject(no);
        }
        var revised = new SeriesRevised(s.id(), c.from(), c.terms(), List.of());
        return Decision.accept(
                new SeriesRevised(s.id(), c.from(), c.terms(), withdrawn(s, c.from(), revised)));
    }

    private static Decision<SeriesEvent> end(EndSeries c, Recurring s) {
        Rejection no = planner(c.act(), s.terms().team());
        no = no == null ? goesOn(c.from(), s) : no;
        if (no != null) {
            return Decision.reject(no);
        }
        var ended = new SeriesEnded(s.id(), c.from(), c.reason(), List.of());
        return Decision.accept(
                new SeriesEnded(s.id(), c.from(), c.reason(), withdrawn(s, c.from(), ended)));
    }

    private static @Nullable Rejection goesOn(LocalDateTime from, Recurring s) {
        if (s.endsBefore() != null && !from.isBefore(s.endsBefore())) {
            return Rejection.conflict("wrong-state", "The series has ended before that.");
        }
        return Occurrences.of(s).at(from).isEmpty()
                ? Rejection.invalid("/from", "must be the local start of an occurrence")
                : null;
    }

    /** Windows that were opened from then on and are no occurrences after the event. */
    private static List<String> withdrawn(Recurring s, LocalDateTime from, SeriesEvent event) {
        Occurrences after = Occurrences.of((Recurring) Series.evolve(s, event));
        return s.opened().stream()
                .filter(local -> !local.isBefore(from))
                .filter(local -> after.at(local).isEmpty())
                .map(local -> Occurrence.id(s.id(), local))
                .toList();
    }

    private static Decision<SeriesEvent> skip(SkipOccurrence c, Recurring s) {
        Rejection no = planner(c.act(), s.terms().team());
        no = no == null ? expected(c.localStart(), s) : no;
        return no != null
                ? Decision.reject(no)
                : Decision.accept(skipped(s, c.localStart(), c.reason()));
    }

    private static OccurrenceSkipped skipped(Recurring s, LocalDateTime local, String reason) {
        return new OccurrenceSkipped(s.id(), Occurrence.id(s.id(), local), local, reason);
    }

    private static @Nullable Rejection expected(LocalDateTime local, Recurring s) {
        Occurrence one = Occurrences.of(s).at(local).orElse(null);
        if (one == null) {
            return Rejection.notFound("There is no such occurrence.");
        }
        return switch (one.status()) {
            case EXPECTED -> null;
            case OPEN ->
                    Rejection.conflict(
                                    "wrong-state",
                                    "It is a window of its own already; change or cancel that.")
                            .with("windowId", one.windowId());
            case SKIPPED -> Rejection.conflict("wrong-state", "It was left out.");
        };
    }

    private static Decision<SeriesEvent> change(ChangeOccurrence c, Recurring s) {
        Rejection no = planner(c.act(), s.terms().team());
        no = no == null ? expected(c.localStart(), s) : no;
        no = no == null ? times(c) : no;
        if (no != null) {
            return Decision.reject(no);
        }
        var changed =
                new OccurrenceChanged(
                        s.id(),
                        Occurrence.id(s.id(), c.localStart()),
                        c.localStart(),
                        c.start(),
                        c.end(),
                        c.title(),
                        c.publicText(),
                        c.reason());
        return Decision.accept(
                changed, opened((Recurring) Series.evolve(s, changed), c.localStart()));
    }

    private static @Nullable Rejection times(ChangeOccurrence c) {
        if ((c.start() == null) != (c.end() == null)) {
            return Rejection.invalid("/end", "must be there together with start");
        }
        if (c.start() == null || c.end() == null) {
            return null;
        }
        if (!c.start().isAfter(c.act().now())) {
            return Rejection.invalid("/start", "must lie in the future");
        }
        return c.start().isBefore(c.end())
                ? null
                : Rejection.invalid("/end", "must be later than start");
    }

    private static Decision<SeriesEvent> open(OpenOccurrence c, Recurring s) {
        Rejection no = planner(c.act(), s.terms().team());
        no = no == null ? expected(c.localStart(), s) : no;
        return no != null ? Decision.reject(no) : Decision.accept(opened(s, c.localStart()));
    }

    private static OccurrenceOpened opened(Recurring s, LocalDateTime local) {
        Occurrence one = Occurrences.of(s).at(local).orElseThrow();
        SeriesTerms terms = Occurrences.of(s).terms(local);
        var texts = s.change(local).map(Series.Change::publicText);
        return new OccurrenceOpened(
                s.id(),
                one.windowId(),
                local,
                one.title(),
                texts.orElse(terms.publicText()),
                terms.internalText(),
                terms.zone(),
                one.start(),
                one.end(),
                terms.components(),
                terms.team(),
                terms.audience(),
                terms.reminders(),
                terms.crew(),
                terms.autoAnnounce(),
                terms.templateId());
    }

    /** One whose time came while nobody could open it is left out, and that is said. */
    private static Decision<SeriesEvent> fire(FireTimer c, Recurring s) {
        if (!due(s).contains(new Due(c.name(), c.dueAt()))) {
            return Decision.nothing();
        }
        LocalDateTime local = LocalDateTime.parse(c.name().substring(OPEN.length()));
        Instant start = Occurrences.of(s).at(local).orElseThrow().start();
        return start.isAfter(c.act().now())
                ? Decision.accept(opened(s, local))
                : Decision.accept(skipped(s, local, "Its time had passed before it was opened."));
    }

    @Override
    public Series evolve(Series state, Recorded<SeriesEvent> event) {
        return Series.evolve(state, event.event());
    }

    @Override
    public Set<Due> due(Series state) {
        return switch (state) {
            case NotPlanned _ -> Set.of();
            case Recurring s -> due(s);
        };
    }

    private static Set<Due> due(Recurring s) {
        Occurrences all = Occurrences.of(s);
        return all.nextToOpen()
                .map(next ->
                        Set.of(
                                new Due(
                                        OPEN + next.localStart(),
                                        next.start()
                                                .minus(all.terms(next.localStart()).openBefore()))))
                .orElse(Set.of());
    }
}
