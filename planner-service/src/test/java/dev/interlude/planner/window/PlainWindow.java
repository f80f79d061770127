package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.planner.window.CrewEvent.CrewHandedOver;
import dev.interlude.planner.window.CrewEvent.HandOverDeclined;
import dev.interlude.planner.window.CrewEvent.HandOverOffered;
import dev.interlude.planner.window.CrewEvent.RoleTakenOver;
import dev.interlude.planner.window.SafeguardEvent.ApprovalVoided;
import dev.interlude.planner.window.SafeguardEvent.BreakGlassCountersigned;
import dev.interlude.planner.window.SafeguardEvent.CountersignatureOverdue;
import dev.interlude.planner.window.SafeguardEvent.GateOverridden;
import dev.interlude.planner.window.SafeguardEvent.GlassBroken;
import dev.interlude.planner.window.SafeguardEvent.HoldCalled;
import dev.interlude.planner.window.SafeguardEvent.HoldReleaseOffered;
import dev.interlude.planner.window.SafeguardEvent.HoldReleased;
import dev.interlude.planner.window.SafeguardEvent.OverrideRejected;
import dev.interlude.planner.window.SafeguardEvent.OverrideRequested;
import dev.interlude.planner.window.SafeguardEvent.RollbackBegan;
import dev.interlude.planner.window.SafeguardEvent.RollbackCalled;
import dev.interlude.planner.window.SafeguardEvent.RollbackRejected;
import dev.interlude.planner.window.SafeguardEvent.WindowApproved;
import dev.interlude.planner.window.WindowEvent.CarryOutResumed;
import dev.interlude.planner.window.WindowEvent.CrewAccepted;
import dev.interlude.planner.window.WindowEvent.CrewAssigned;
import dev.interlude.planner.window.WindowEvent.CrewDeclined;
import dev.interlude.planner.window.WindowEvent.ExtensionDismissed;
import dev.interlude.planner.window.WindowEvent.ExtensionProposed;
import dev.interlude.planner.window.WindowEvent.ExtensionWithdrawn;
import dev.interlude.planner.window.WindowEvent.ImpactChanged;
import dev.interlude.planner.window.WindowEvent.ProgressPosted;
import dev.interlude.planner.window.WindowEvent.ProviderNoticeReceived;
import dev.interlude.planner.window.WindowEvent.ReadinessForgotten;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import dev.interlude.planner.window.WindowEvent.ReminderDue;
import dev.interlude.planner.window.WindowEvent.ReminderMissed;
import dev.interlude.planner.window.WindowEvent.StartDelayed;
import dev.interlude.planner.window.WindowEvent.TextCorrected;
import dev.interlude.planner.window.WindowEvent.UpdateDue;
import dev.interlude.planner.window.WindowEvent.VerificationBegan;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowCancelled;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowConfirmed;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowMoved;
import dev.interlude.planner.window.WindowEvent.WindowOverran;
import dev.interlude.planner.window.WindowEvent.WindowPlanned;
import dev.interlude.planner.window.WindowEvent.WindowRevised;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a window told a second time, as plainly as can be: what is known of it is read from
 * its events alone, and each event is held against what must have been true before it.
 */
final class PlainWindow {

    private static final Set<Class<?>> AFTER_THE_END =
            Set.of(
                    TextCorrected.class,
                    ProviderNoticeReceived.class,
                    BreakGlassCountersigned.class,
                    CountersignatureOverdue.class);

    private Kind kind = Kind.NORMAL;
    private int lastNotice = Integer.MIN_VALUE;
    private List<ComponentImpact> components = List.of();
    private boolean tentative;
    @Nullable State state;
    Instant start = Instant.EPOCH;
    Instant end = Instant.EPOCH;
    private Instant farthest = Instant.EPOCH;
    @Nullable String driver;
    @Nullable String buddy;
    private final Map<String, Set<CrewRole>> accepted = new HashMap<>();
    private @Nullable ReadinessRecorded said;
    private boolean turnedBack;
    private boolean lastRollbackOpen;
    private long sequence;
    private Instant recordedAt = Instant.EPOCH;
    private final Map<String, Integer> counted = new HashMap<>();
    private final PlainLeaves leaves = new PlainLeaves();
    private final PlainApproval approval = new PlainApproval();
    private final Set<Integer> holds = new HashSet<>();
    private final Set<String> fired = new HashSet<>();

    /** Takes the next event, or fails when it should not have been. */
    void take(Recorded<WindowEvent> recorded) {
        WindowEvent event = recorded.event();
        must(recorded.sequence() == ++sequence, "versions are gapless", event);
        must(!recorded.recordedAt().isBefore(recordedAt), "time goes forward", event);
        recordedAt = recorded.recordedAt();
        must((state == null) == event instanceof WindowPlanned, "a plan comes first", event);
        must(
                state == null || !state.ended() || AFTER_THE_END.contains(event.getClass()),
                "what is over stays over",
                event);
        switch (event) {
            case WindowEvent.AmongPeople e -> people(e);
            case WindowPlanned e -> planned(e, recorded);
            case WindowRevised e -> revised(e, recorded);
            case WindowConfirmed _ -> tentative = false;
            case WindowMoved e -> moved(e, recorded);
            case CrewAssigned e -> crew(e.driver(), e.buddy());
            case CrewAccepted e -> accepted.put(e.person(), Set.copyOf(e.roles()));
            case CrewDeclined e -> accepted.remove(e.person());
            case WindowAnnounced e -> announced(e);
            case ReminderDue e -> once("reminder " + e.reminder() + e.start(), event);
            case ReminderMissed e -> once("reminder " + e.reminder() + e.start(), event);
            case StartDelayed e -> delayed(e);
            case WindowStarted e -> started(e, recorded);
            case UpdateDue e -> once("update " + e.nextUpdateBy(), event);
            case ProgressPosted e -> next("update", e.ordinal(), event);
            case TextCorrected e -> must(!e.publicText().equals(e.previous()), "differs", event);
            case ImpactChanged e -> impact(e);
            case ReadinessRecorded e -> {
                said = e;
                approval.ofChecklist(e.planHash());
            }
            case ReadinessForgotten _ -> said = null;
            case ProviderNoticeReceived e -> noticed(e);
            case ExtensionProposed e -> proposed(e);
            case ExtensionWithdrawn _, ExtensionDismissed _ -> running(event);
            case WindowExtended e -> extended(e, recorded);
            case VerificationBegan _ -> verification(recorded);
            case CarryOutResumed e -> resumed(e);
            case WindowOverran e -> overran(e);
            case WindowCompleted e -> completed(e);
            case WindowCancelled e -> cancelled(e);
        }
    }

    private void noticed(ProviderNoticeReceived e) {
        must(kind == Kind.PROVIDER, "only the work of others is followed", e);
        must(e.sequence() > lastNotice, "a notice is newer than the last", e);
        lastNotice = e.sequence();
    }

    private void planned(WindowPlanned e, Recorded<WindowEvent> recorded) {
        approval.plannedBy(recorded.actor());
        kind = e.kind();
        components = e.components();
        tentative = e.tentative();
        start = e.start();
        end = e.end();
        state = State.PLANNED;
        must(start.isBefore(end), "start before end", e);
        must(kind != Kind.REHEARSAL || e.audience() == Audience.STAFF, "never public", e);
    }

    private void revised(WindowRevised e, Recorded<WindowEvent> recorded) {
        if (e.components() != null) {
            must(beforeTheStart(), "components are fixed at the start", e);
            boolean worse = e.components().stream().anyMatch(this::worse);
            must(
                    state == State.PLANNED || !worse || e.noticeGiven() != null,
                    "what is worse is judged",
                    e);
            noticed(e.noticeGiven(), e.noticeRequired(), e.exceptions(), e);
            components = e.components();
            approval.plannedBy(recorded.actor());
        }
    }

    private boolean worse(ComponentImpact now) {
        return components.stream()
                .filter(c -> c.id().equals(now.id()))
                .noneMatch(c -> c.impact().compareTo(now.impact()) >= 0);
    }

    private void moved(WindowMoved e, Recorded<WindowEvent> recorded) {
        must(beforeTheStart(), "only before the start", e);
        must(e.previousStart().equals(start) && e.previousEnd().equals(end), "old time", e);
        must(e.start().isAfter(recordedAt) && e.end().isAfter(e.start()), "ahead", e);
        must(e.announced() == (state == State.ANNOUNCED), "told if told before", e);
        boolean inside = !e.start().isBefore(start) && !e.end().isAfter(end);
        boolean earlier = e.start().isBefore(start);
        must(inside || !e.announced() || !earlier || e.noticeGiven() != null, "judged", e);
        must(!inside || e.noticeGiven() == null, "told time is not judged again", e);
        noticed(e.noticeGiven(), e.noticeRequired(), e.exceptions(), e);
        next("move", e.ordinal(), e);
        approval.plannedBy(recorded.actor());
        start = e.start();
        end = e.end();
        if (e.announced()) {
            told();
        }
    }

    private void announced(WindowAnnounced e) {
        must(state == State.PLANNED, "announced once", e);
        must(e.noticeGiven().equals(Duration.between(recordedAt, start)), "notice", e);
        must(
                kind == Kind.EMERGENCY || kind == Kind.PROVIDER || !recordedAt.isAfter(start),
                "a start to come",
                e);
        noticed(e.noticeGiven(), e.noticeRequired(), e.exceptions(), e);
        approval.wantedFrom(e.approvalFrom());
        state = State.ANNOUNCED;
        told();
    }

    /** The random policies that only warn ask for nothing, so every other must hold. */
    private void noticed(
            @Nullable Duration given,
            @Nullable Duration required,
            @Nullable List<PassedBy> exceptions,
            WindowEvent e) {
        boolean bound = kind != Kind.EMERGENCY && kind != Kind.PROVIDER;
        must(
                given == null
                        || required == null
                        || !bound
                        || given.compareTo(required) >= 0
                        || leaves.passed(Gates.NOTICE, exceptions),
                "enough notice",
                e);
    }

    private void delayed(StartDelayed e) {
        must(state == State.ANNOUNCED && e.at().isAfter(start), "late", e);
        once("delayed " + e.start(), e);
    }

    private void started(WindowStarted e, Recorded<WindowEvent> recorded) {
        must(state == State.ANNOUNCED, "announced before it starts", e);
        must(!tentative, "tentative windows don't start", e);
        boolean early = kind != Kind.PROVIDER && worst() != Impact.NO_IMPACT;
        must(!early || !recordedAt.isBefore(start), "not before it was announced", e);
        must(!recorded.occurredAt().isAfter(recordedAt), "not in the future", e);
        ReadinessRecorded r = said;
        if (kind != Kind.EMERGENCY && kind != Kind.PROVIDER) {
            boolean approved = approval.enoughFor(worst());
            must(approved || leaves.passed(Gates.APPROVAL, e.exceptions()), "approved", e);
            must(
                    e.frozen() == null || leaves.passed(Gates.FREEZE, e.exceptions()),
                    "not in a freeze",
                    e);
            boolean crew = yes(driver, CrewRole.DRIVER) && yes(buddy, CrewRole.BUDDY);
            must(crew || leaves.passed(Gates.CREW, e.exceptions()), "crew of two who accepted", e);
            must(r != null || leaves.passed(Gates.CHECKLIST, e.exceptions()), "checklist", e);
            if (r != null) {
                must(r.prepared() || leaves.passed(Gates.PREPARE, e.exceptions()), "prepared", e);
                boolean reviewed = r.reviewed() && r.openConcerns() == 0;
                must(reviewed || leaves.passed(Gates.REVIEW, e.exceptions()), "reviewed", e);
                must(
                        r.rollbacksNamed() || leaves.passed(Gates.ROLLBACK, e.exceptions()),
                        "way back",
                        e);
            }
        }
        must(
                kind != Kind.EMERGENCY
                        || yes(driver, CrewRole.DRIVER)
                        || yes(buddy, CrewRole.BUDDY)
                        || leaves.passed(Gates.CREW, e.exceptions()),
                "somebody is there",
                e);
        state = State.IN_PROGRESS;
    }

    private boolean yes(@Nullable String person, CrewRole role) {
        return person != null && accepted.getOrDefault(person, Set.of()).contains(role);
    }

    private Impact worst() {
        return components.stream()
                .map(ComponentImpact::impact)
                .max(Impact::compareTo)
                .orElseThrow();
    }

    private void impact(ImpactChanged e) {
        running(e);
        must(!e.changes().isEmpty(), "something changed", e);
        next("impact", e.ordinal(), e);
    }

    private void proposed(ExtensionProposed e) {
        running(e);
        must(e.announcedEnd().equals(end) && e.p50().isAfter(end), "past the promise", e);
        must(!e.proposedEnd().isBefore(end.plusSeconds(1800)), "half an hour at least", e);
        next("proposal", e.ordinal(), e);
    }

    private void extended(WindowExtended e, Recorded<WindowEvent> recorded) {
        must(state != State.PLANNED, "only what was promised is extended", e);
        must(e.previousEnd().equals(end) && e.newEnd().isAfter(end), "ends only grow", e);
        must(e.newEnd().isAfter(recordedAt), "ends lie ahead", e);
        must(e.beforePreviousEnd() == recorded.recordedAt().isBefore(end), "told in time", e);
        must(recorded.actor().isPerson() || kind == Kind.PROVIDER, "an act of a person", e);
        boolean tolerable = !e.newEnd().isAfter(farthest.plus(Duration.ofHours(1)));
        must(state != State.ANNOUNCED || tolerable || e.noticeGiven() != null, "judged", e);
        must(state == State.ANNOUNCED || e.noticeGiven() == null, "it goes on already", e);
        noticed(e.noticeGiven(), e.noticeRequired(), e.exceptions(), e);
        next("extension", e.ordinal(), e);
        if (state == State.ANNOUNCED) {
            approval.plannedBy(recorded.actor());
        }
        end = e.newEnd();
        told();
    }

    /** How far the time that people were ever told of goes. */
    private void told() {
        farthest = end.isAfter(farthest) ? end : farthest;
    }

    private void verification(Recorded<WindowEvent> recorded) {
        must(state == State.IN_PROGRESS || state == State.ROLLING_BACK, "work", recorded.event());
        must(!recorded.actor().isPerson() || holds.isEmpty(), "not held", recorded.event());
        state = State.VERIFYING;
    }

    private void resumed(CarryOutResumed e) {
        must(state == State.VERIFYING || state == State.ROLLING_BACK, "had stopped", e);
        must(
                !turnedBack || leaves.passed(Gates.RESUME, e.exceptions()),
                "forward by override only",
                e);
        turnedBack = false;
        state = State.IN_PROGRESS;
    }

    private void overran(WindowOverran e) {
        must(e.end().equals(end) && !recordedAt.isBefore(end), "the end has passed", e);
        once("overrun " + counted.getOrDefault("move", 0) + end, e);
    }

    private void completed(WindowCompleted e) {
        boolean ours = kind != Kind.PROVIDER;
        must(!ours || state == State.VERIFYING, "verified last", e);
        ReadinessRecorded r = said;
        boolean back = turnedBack || e.outcome() == Outcome.ROLLED_BACK;
        boolean done = r != null && (back ? r.rolledBack() && r.rollbackVerified() : r.verified());
        must(
                !ours || done || leaves.passed(Gates.VERIFY, e.exceptions()),
                "never completed with open verify steps",
                e);
        must(holds.isEmpty(), "not while it is held", e);
        state = State.COMPLETED;
    }

    private void cancelled(WindowCancelled e) {
        boolean begun = said != null && said.carryOutStarted();
        must(beforeTheStart() || (state == State.IN_PROGRESS && !begun), "not too late", e);
        must(e.announced() == (state != State.PLANNED), "told to those who were told", e);
        state = State.CANCELLED;
    }

    private void people(WindowEvent.AmongPeople event) {
        switch (event) {
            case HandOverOffered e -> next("hand-over", e.ordinal(), e);
            case HandOverDeclined _, HoldReleaseOffered _, CountersignatureOverdue _ -> {}
            case CrewHandedOver e -> role(e.role(), e.from(), e.to());
            case RoleTakenOver e -> role(e.role(), e.from(), e.to());
            case HoldCalled e -> held(e);
            case HoldReleased e -> released(e);
            case OverrideRequested e -> {
                next("override", e.ordinal(), e);
                leaves.asked(e);
            }
            case GateOverridden e -> leaves.overridden(e);
            case OverrideRejected e -> leaves.rejected(e);
            case GlassBroken e -> {
                next("glass", e.ordinal(), e);
                leaves.broken(e);
            }
            case BreakGlassCountersigned e -> leaves.countersigned(e);
            case WindowApproved e -> {
                must(beforeTheStart(), "before the start", e);
                must(e.version() == sequence - 1, "of the version that it is", e);
                approval.given(e);
            }
            case ApprovalVoided e -> approval.voided(e);
            case RollbackCalled e -> {
                running(e);
                lastRollbackOpen = true;
            }
            case RollbackRejected _ -> lastRollbackOpen = false;
            case RollbackBegan e -> began(e);
        }
    }

    private void crew(String newDriver, String newBuddy) {
        driver = newDriver;
        buddy = newBuddy;
        must(!newDriver.equals(newBuddy), "driver and buddy are two", null);
        accepted.keySet().retainAll(Set.of(newDriver, newBuddy));
        accepted.replaceAll((person, roles) -> kept(person, roles));
    }

    private Set<CrewRole> kept(String person, Set<CrewRole> roles) {
        var still = new HashSet<>(roles);
        still.removeIf(role ->
                (role == CrewRole.DRIVER && !person.equals(driver))
                        || (role == CrewRole.BUDDY && !person.equals(buddy)));
        return still;
    }

    /** Who takes a role has said yes to it by that. */
    private void role(CrewRole role, String from, String to) {
        switch (role) {
            case DRIVER -> {
                must(from.equals(driver), "from who has it", null);
                driver = to;
            }
            case BUDDY -> {
                must(from.equals(buddy), "from who has it", null);
                buddy = to;
            }
            case LIAISON, EXPERT -> {}
        }
        must(driver == null || !driver.equals(buddy), "driver and buddy are two", null);
        var roles = new HashSet<>(accepted.getOrDefault(to, Set.of()));
        roles.add(role);
        accepted.put(to, roles);
    }

    private void held(HoldCalled e) {
        running(e);
        next("hold", e.ordinal(), e);
        holds.add(e.ordinal());
    }

    private void released(HoldReleased e) {
        must(holds.remove(e.ordinal()), "it stands", e);
        must(Set.copyOf(e.by()).size() == 2 || e.exceptions() != null, "by two", e);
    }

    private void began(RollbackBegan e) {
        must(lastRollbackOpen, "it was called", e);
        must(state == State.IN_PROGRESS || state == State.VERIFYING, "work to undo", e);
        must(!e.calledBy().equals(e.confirmedBy()) || e.exceptions() != null, "by two", e);
        ReadinessRecorded r = said;
        must(
                r == null
                        || !r.pastPointOfNoReturn()
                        || leaves.passed(Gates.ROLLBACK, e.exceptions()),
                "not past the point of no return",
                e);
        lastRollbackOpen = false;
        turnedBack = true;
        state = State.ROLLING_BACK;
    }

    private boolean beforeTheStart() {
        return state == State.PLANNED || state == State.ANNOUNCED;
    }

    private void running(WindowEvent event) {
        must(state != null && state.running(), "people are at work", event);
    }

    private void next(String what, int ordinal, WindowEvent event) {
        must(counted.merge(what, 1, Integer::sum) == ordinal, what + " numbers are gapless", event);
    }

    private void once(String what, WindowEvent event) {
        must(fired.add(what), "once", event);
    }

    static void must(boolean holds, String rule, @Nullable WindowEvent event) {
        if (!holds) {
            throw new AssertionError(rule + ": " + event);
        }
    }
}
