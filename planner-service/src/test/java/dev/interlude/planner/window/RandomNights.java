package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.ANA;
import static dev.interlude.planner.window.Night.BEN;
import static dev.interlude.planner.window.Night.CARLA;
import static dev.interlude.planner.window.Night.CI;
import static dev.interlude.planner.window.Night.ID;
import static dev.interlude.planner.window.Night.TEXT;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.planner.window.CrewCommand.AcceptHandOver;
import dev.interlude.planner.window.CrewCommand.DeclineHandOver;
import dev.interlude.planner.window.CrewCommand.OfferHandOver;
import dev.interlude.planner.window.CrewCommand.TakeOver;
import dev.interlude.planner.window.SafeguardCommand.ApproveOverride;
import dev.interlude.planner.window.SafeguardCommand.ApproveWindow;
import dev.interlude.planner.window.SafeguardCommand.BreakGlass;
import dev.interlude.planner.window.SafeguardCommand.CallRollback;
import dev.interlude.planner.window.SafeguardCommand.ConfirmRollback;
import dev.interlude.planner.window.SafeguardCommand.CountersignBreakGlass;
import dev.interlude.planner.window.SafeguardCommand.HoldWork;
import dev.interlude.planner.window.SafeguardCommand.RejectOverride;
import dev.interlude.planner.window.SafeguardCommand.RejectRollback;
import dev.interlude.planner.window.SafeguardCommand.ReleaseHold;
import dev.interlude.planner.window.SafeguardCommand.RequestOverride;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.AcceptCrew;
import dev.interlude.planner.window.WindowCommand.AnnounceWindow;
import dev.interlude.planner.window.WindowCommand.AssignCrew;
import dev.interlude.planner.window.WindowCommand.BeginVerification;
import dev.interlude.planner.window.WindowCommand.CancelWindow;
import dev.interlude.planner.window.WindowCommand.ChangeImpact;
import dev.interlude.planner.window.WindowCommand.CompleteWindow;
import dev.interlude.planner.window.WindowCommand.ConfirmWindow;
import dev.interlude.planner.window.WindowCommand.CorrectText;
import dev.interlude.planner.window.WindowCommand.DeclineCrew;
import dev.interlude.planner.window.WindowCommand.DismissProposal;
import dev.interlude.planner.window.WindowCommand.ExtendWindow;
import dev.interlude.planner.window.WindowCommand.ForgetReadiness;
import dev.interlude.planner.window.WindowCommand.MoveWindow;
import dev.interlude.planner.window.WindowCommand.NewEnd;
import dev.interlude.planner.window.WindowCommand.PlanWindow;
import dev.interlude.planner.window.WindowCommand.PostProgress;
import dev.interlude.planner.window.WindowCommand.RecordForecast;
import dev.interlude.planner.window.WindowCommand.RecordReadiness;
import dev.interlude.planner.window.WindowCommand.ResumeCarryOut;
import dev.interlude.planner.window.WindowCommand.ReviseWindow;
import dev.interlude.planner.window.WindowCommand.Seats;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowCommand.TakeProviderNotice;
import dev.interlude.planner.window.WindowCommand.UpTo;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Commands as they come to a window in the course of its life, by a seed: mostly such that might be
 * accepted, by people who may, and often enough not.
 */
final class RandomNights {

    private static final Actor DORA = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaadora");
    private static final Map<String, String> OTHER = Map.of("en", "Something else at {{end}}.");
    private static final NoticePolicy NONE =
            new NoticePolicy(
                    "none", 2, Map.of(), NoticePolicy.Mode.REFUSE, Duration.ofHours(1), null);
    private static final NoticePolicy APPROVED =
            new NoticePolicy(
                    "approved",
                    3,
                    Map.of(),
                    NoticePolicy.Mode.REFUSE,
                    Duration.ZERO,
                    Impact.DEGRADED);

    private final Random random;
    private long checklist = 1;
    Instant now = Night.MONDAY;

    RandomNights(long seed) {
        this.random = new Random(seed);
    }

    /** Some time passes; sometimes until something about the window is due. */
    void wait(Window window) {
        if (window instanceof Known w && one(4)) {
            Instant to = one(2) ? w.plan().start() : w.plan().end();
            if (to.isAfter(now)) {
                now = to.plusSeconds(random.nextInt(120));
                return;
            }
        }
        now = now.plusSeconds(1 + random.nextInt(900));
    }

    boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    WindowCommand next(Window window) {
        if (!(window instanceof Known w)) {
            return one(50) ? new StartWindow(planner()) : plan();
        }
        if (w.plan().kind() == Kind.PROVIDER && one(4)) {
            return notice(w);
        }
        return one(4) ? any(w) : forward(w);
    }

    /** Mostly newer than the last, and mostly of the time that is known. */
    private WindowCommand notice(Known w) {
        ProviderNotice last = w.provider();
        Instant start = one(4) ? now.plusSeconds(random.nextInt(400_000)) : w.plan().start();
        Instant end = one(3) ? w.plan().end().plusSeconds(900) : w.plan().end();
        var notice =
                new ProviderNotice(
                        "example.net",
                        "137.035999",
                        one(20) ? "another" : "work",
                        (last == null ? 0 : last.sequence()) + random.nextInt(3) - (one(6) ? 1 : 0),
                        pick(List.of(ProviderNotice.Status.values())),
                        start,
                        end.isAfter(start) ? end : start.plusSeconds(3600),
                        Impact.OUTAGE,
                        List.of("line"),
                        null);
        return new TakeProviderNotice(one(5) ? anyone() : planner(), notice, policy());
    }

    private WindowCommand forward(Known w) {
        return switch (w.state()) {
            case PLANNED -> planning(w);
            case ANNOUNCED -> preparing(w);
            case IN_PROGRESS -> working(w);
            case VERIFYING -> ending(w);
            case ROLLING_BACK -> undoing();
            case COMPLETED, CANCELLED -> any(w);
        };
    }

    private WindowCommand planning(Known w) {
        return switch (random.nextInt(5)) {
            case 0 -> new AssignCrew(planner(), new Seats(ANA.id(), BEN.id(), null));
            case 1 -> new AcceptCrew(one(2) ? ana() : ben());
            case 2 -> readiness(w, true, false, false);
            default -> new AnnounceWindow(planner(), policy());
        };
    }

    private WindowCommand preparing(Known w) {
        if (now.isBefore(w.plan().start()) && one(3)) {
            now = w.plan().start().plusSeconds(random.nextInt(600));
        }
        return switch (random.nextInt(6)) {
            case 0 -> new AcceptCrew(ana());
            case 1 -> new AcceptCrew(ben());
            case 2 -> readiness(w, true, false, false);
            default -> new StartWindow(one(2) ? ana() : ben());
        };
    }

    private WindowCommand working(Known w) {
        return switch (random.nextInt(9)) {
            case 0 -> progress();
            case 1 -> new ChangeImpact(crew(), components(), null, null);
            case 2 -> forecast(w);
            case 3 -> extend(w);
            case 4, 5 -> readiness(w, true, true, one(2));
            case 6 -> new BeginVerification(crew());
            case 7 -> new ReleaseHold(crew(), 1 + random.nextInt(2));
            default -> new ConfirmRollback(crew(), one(2) ? TEXT : null);
        };
    }

    private WindowCommand ending(Known w) {
        return switch (random.nextInt(4)) {
            case 0 -> readiness(w, true, true, true);
            case 1 -> new ReleaseHold(crew(), 1 + random.nextInt(2));
            default -> complete();
        };
    }

    private WindowCommand undoing() {
        return switch (random.nextInt(3)) {
            case 0 ->
                    new RecordReadiness(
                            reaction(),
                            new ReadinessRecorded(
                                    ID,
                                    ++checklist,
                                    "hash",
                                    true,
                                    0,
                                    true,
                                    true,
                                    true,
                                    false,
                                    false,
                                    false,
                                    true,
                                    one(2),
                                    List.of()));
            case 1 -> new BeginVerification(one(2) ? reaction() : crew());
            default -> new ResumeCarryOut(crew(), "forward again");
        };
    }

    private WindowCommand any(Known w) {
        int n = 1 + random.nextInt(2);
        return switch (random.nextInt(36)) {
            case 0 -> plan();
            case 1 -> revise();
            case 2 -> new ConfirmWindow(planner());
            case 3, 4 -> move(w);
            case 5 ->
                    new CorrectText(
                            anyone(), null, one(2) ? OTHER : TEXT, one(2) ? "slipped" : null);
            case 6 -> new AssignCrew(planner(), seats());
            case 7 -> new AcceptCrew(anyone());
            case 8 -> new DeclineCrew(anyone(), null);
            case 9 -> new AnnounceWindow(planner(), policy());
            case 10 -> new StartWindow(anyone(), frozen());
            case 11 -> progress();
            case 12 -> new ChangeImpact(anyone(), components(), null, null);
            case 13 -> extend(w);
            case 14 -> new DismissProposal(anyone(), n);
            case 15 -> new BeginVerification(one(2) ? reaction() : anyone());
            case 16 -> new ResumeCarryOut(one(2) ? reaction() : anyone(), null);
            case 17 -> complete();
            case 18 -> new CancelWindow(planner(), "no", one(2) ? TEXT : null);
            case 19 -> readiness(w, one(2), one(2), one(2));
            case 20 -> forecast(w);
            case 21 -> new OfferHandOver(anyone(), role(), person().id(), null);
            case 22 -> new AcceptHandOver(anyone(), n);
            case 23 -> new DeclineHandOver(anyone(), n, null);
            case 24 -> new TakeOver(anyone(), role(), null, "no answer");
            case 25 -> new HoldWork(crew(), "alarm");
            case 26 -> new ReleaseHold(anyone(), n);
            case 27 -> new RequestOverride(anyone(), gates(), "must be");
            case 28, 29 -> new ApproveOverride(anyone(), n);
            case 30 -> new RejectOverride(anyone(), n, null);
            case 31 -> new BreakGlass(anyone(), gates(), confirmations(), "alone");
            case 32 -> new CountersignBreakGlass(anyone());
            case 33 -> new ApproveWindow(anyone());
            case 34 -> new CallRollback(crew(), "it is worse");
            default -> new RejectRollback(crew(), null);
        };
    }

    private List<FrozenBy> frozen() {
        return one(3) ? List.of(new FrozenBy("sale", "Sale", now, now.plusSeconds(1))) : List.of();
    }

    private PlanWindow plan() {
        Kind kind = one(3) ? pick(List.of(Kind.values())) : Kind.NORMAL;
        boolean begun = kind == Kind.EMERGENCY && one(2);
        Instant start =
                begun ? now.minusSeconds(600) : now.plusSeconds(60 + random.nextInt(400_000));
        var plan =
                APlan.by(planner())
                        .of(kind)
                        .from(start, start.plusSeconds(900 + random.nextInt(9_000)))
                        .of(components().toArray(ComponentImpact[]::new));
        if (kind == Kind.STANDARD) {
            plan.following("move-a-queue");
        }
        if (kind == Kind.EMERGENCY && one(2)) {
            plan.upTo(begun ? UpTo.InProgress : UpTo.Announced);
        }
        if (kind != Kind.EMERGENCY && one(6)) {
            plan.unsure();
        }
        return kind == Kind.PROVIDER || one(4) ? plan.build() : plan.with(seats()).build();
    }

    private WindowCommand revise() {
        return new ReviseWindow(
                planner(),
                one(2) ? "Another title" : null,
                one(3) ? OTHER : null,
                null,
                null,
                null,
                null,
                one(2) ? components() : null,
                one(3) ? List.of("PT2H") : null,
                null,
                one(6) ? Audience.STAFF : null,
                policy());
    }

    private WindowCommand move(Known w) {
        int by = random.nextInt(20_000) - 6_000;
        Instant start = w.plan().start().plusSeconds(by);
        Instant end =
                one(2) ? null : w.plan().end().plusSeconds(by).plusSeconds(random.nextInt(3_000));
        return new MoveWindow(planner(), start, end, "late", null, policy());
    }

    private WindowCommand progress() {
        Instant next = one(3) ? now.plusSeconds(random.nextInt(4_000)) : null;
        Instant then = one(4) ? now.minusSeconds(random.nextInt(1_000)) : null;
        return one(3)
                ? new PostProgress(anyone(), null, TEXT, next, then)
                : new PostProgress(anyone(), TEXT, null, next, then);
    }

    private WindowCommand extend(Known w) {
        Instant at = w.plan().end().plusSeconds(random.nextInt(5_000) - 600);
        NewEnd end =
                switch (random.nextInt(4)) {
                    case 0 -> new NewEnd.At(at);
                    case 1 -> new NewEnd.By(Duration.ofMinutes(random.nextInt(90) - 5));
                    case 2 -> new NewEnd.AsProposed(1 + random.nextInt(2));
                    default -> new NewEnd.Edited(1, new NewEnd.At(at));
                };
        return new ExtendWindow(
                crew(),
                end,
                "slow",
                one(2) ? TEXT : null,
                one(4) ? w.plan().end() : null,
                policy());
    }

    private WindowCommand forecast(Known w) {
        Instant p50 = w.plan().end().plusSeconds(random.nextInt(3_600) - 1_200);
        return new RecordForecast(reaction(), p50, p50.plusSeconds(random.nextInt(3_600)));
    }

    private WindowCommand readiness(
            Known w, boolean prepared, boolean carriedOut, boolean verified) {
        if (one(40)) {
            return new ForgetReadiness(reaction(), 2);
        }
        boolean good = !one(5);
        return new RecordReadiness(
                reaction(),
                new ReadinessRecorded(
                        ID,
                        one(10) ? checklist : ++checklist,
                        one(3) ? "other" : "hash",
                        good,
                        good ? 0 : 1,
                        !one(8),
                        prepared,
                        carriedOut || w.state() == State.IN_PROGRESS,
                        one(4),
                        carriedOut,
                        verified,
                        false,
                        false,
                        List.of()));
    }

    private WindowCommand complete() {
        Outcome outcome = pick(List.of(Outcome.values()));
        return new CompleteWindow(
                one(4) ? anyone() : crew(),
                outcome,
                one(4) ? List.of("the old cluster") : null,
                null,
                one(2) ? TEXT : null);
    }

    private List<ComponentImpact> components() {
        Impact impact = pick(List.of(Impact.values()));
        return List.of(new ComponentImpact(one(3) ? "builds" : "api", "Some", impact));
    }

    private NoticePolicy policy() {
        return switch (random.nextInt(4)) {
            case 0 -> NoticePolicy.DEFAULT;
            case 1 -> APPROVED;
            default -> NONE;
        };
    }

    private Seats seats() {
        return one(3)
                ? new Seats(person().id(), person().id(), one(2) ? CARLA.id() : null)
                : new Seats(ANA.id(), BEN.id(), null);
    }

    private CrewRole role() {
        return pick(List.of(CrewRole.DRIVER, CrewRole.BUDDY, CrewRole.LIAISON));
    }

    private List<String> gates() {
        var all = Gates.NAMES.stream().sorted().toList();
        return one(2) ? all : List.of(pick(all));
    }

    private List<String> confirmations() {
        return one(2) ? List.of() : List.of(Holding.RELEASE, RollingBack.CONFIRMATION);
    }

    private Act planner() {
        return one(30) ? Night.stranger(now) : ana();
    }

    private Act crew() {
        return one(10) ? anyone() : one(2) ? ana() : ben();
    }

    private Act ana() {
        return Night.ana(now);
    }

    private Act ben() {
        return Night.ben(now);
    }

    private Act anyone() {
        return switch (random.nextInt(6)) {
            case 0 -> ana();
            case 1 -> ben();
            case 2 -> Acts.by(CARLA, now, "liaison", "operator");
            case 3 -> Acts.by(DORA, now, "operator");
            case 4 -> Acts.by(CI, now, "planner", "operator", "liaison");
            default -> Night.stranger(now);
        };
    }

    private Actor person() {
        return pick(List.of(ANA, BEN, CARLA, DORA));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Act reaction() {
        return Acts.reaction("when-something-then-this", now);
    }
}
