package dev.interlude.planner.command;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.decider.Authority;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.eventlog.identity.PersonRef;
import dev.interlude.planner.component.Component;
import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.component.ComponentCommand;
import dev.interlude.planner.component.ComponentEvent;
import dev.interlude.planner.component.LoadProfile;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.slot.Slot;
import dev.interlude.planner.slot.SlotQuestion;
import dev.interlude.planner.slot.Slots;
import dev.interlude.planner.slot.Surroundings;
import dev.interlude.planner.view.collisions.InTheWay;
import dev.interlude.planner.view.freezes.Freezes;
import dev.interlude.planner.view.schedule.Schedule;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.Impact;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** When a maintenance would fit. */
@Path("/api/v1/slots")
@Produces(MediaType.APPLICATION_JSON)
class SlotsResource {

    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST_COMPONENTS = 20;

    private final CommandHandler<ComponentCommand, ComponentEvent, Component> components;
    private final InTheWay inTheWay;
    private final Freezes freezes;
    private final Policies policies;
    private final Log log;
    private final Call call;

    SlotsResource(
            CommandHandler<ComponentCommand, ComponentEvent, Component> components,
            InTheWay inTheWay,
            Freezes freezes,
            Policies policies,
            Log log,
            Call call) {
        this.components = components;
        this.inTheWay = inTheWay;
        this.freezes = freezes;
        this.policies = policies;
        this.log = log;
        this.call = call;
    }

    /** The best first. */
    record SlotList(List<Slot> items) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "findSlots",
            summary = "Times for a maintenance, the best of each day, ranked, with reasons")
    @APIResponseSchema(value = SlotList.class, responseCode = "200")
    public Uni<Response> find(
            @QueryParam("duration") @Nullable String duration,
            @QueryParam("components") @Nullable String asked,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("team") @Nullable String team,
            @QueryParam("crew") @Nullable String crew,
            @QueryParam("limit") @Nullable String limit) {
        Duration lasts = Queries.duration("duration", duration, LONGEST);
        List<ComponentImpact> wanted = impacts(asked);
        Instant first = Queries.instant("from", from);
        Instant last = Queries.instant("to", to);
        var at = Queries.zone("zone", zone);
        String ofTeam = team(Queries.slug("team", team));
        List<String> people = crew(crew);
        int most = limit == null ? 10 : Queries.limit(limit);
        return log.now()
                .chain(now -> {
                    Period range =
                            Queries.period(first == null ? now : first, last, USUAL, FARTHEST);
                    return answer(
                            new SlotQuestion(lasts, wanted, ofTeam, people, range, at), now, most);
                });
    }

    private Uni<Response> answer(SlotQuestion question, Instant now, int most) {
        List<String> slugs = question.components().stream().map(ComponentImpact::id).toList();
        var wide =
                new Period(
                        question.range().start().minus(Duration.ofDays(1)),
                        question.range().end().plus(Duration.ofDays(1)));
        return loads(slugs)
                .chain(loads ->
                        policies.of(question.team())
                                .chain(policy ->
                                        freezes.list()
                                                .chain(frozen ->
                                                        inTheWay.around(
                                                                        slugs,
                                                                        question.crew(),
                                                                        wide,
                                                                        Schedule.MOST)
                                                                .map(around ->
                                                                        new Surroundings(
                                                                                now,
                                                                                policy,
                                                                                frozen,
                                                                                around.booked(),
                                                                                around.graph(),
                                                                                loads)))))
                .map(around ->
                        Response.ok(new SlotList(Slots.of(question, around, most)))
                                .header("Cache-Control", "no-store")
                                .build());
    }

    private Uni<Map<String, LoadProfile>> loads(List<String> slugs) {
        Uni<Map<String, LoadProfile>> all = Uni.createFrom().item(new HashMap<>());
        for (String slug : slugs) {
            all =
                    all.chain(loads ->
                            components
                                    .fold(slug)
                                    .map(folded -> {
                                        if (!(folded.state() instanceof Listed c)) {
                                            throw Problem.invalid(
                                                    "components",
                                                    slug + " is no component of the catalogue");
                                        }
                                        if (c.load() != null) {
                                            loads.put(slug, c.load());
                                        }
                                        return loads;
                                    }));
        }
        return all;
    }

    /** {@code builds:OUTAGE,api:DEGRADED}; without an impact the worst is taken. */
    private static List<ComponentImpact> impacts(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            throw Problem.invalid("components", "must name components, for example builds:OUTAGE");
        }
        var wanted = new ArrayList<ComponentImpact>();
        for (String one : asked.split(",", -1)) {
            String[] parts = one.strip().split(":", -1);
            boolean known =
                    parts.length == 1
                            || (parts.length == 2
                                    && Arrays.stream(Impact.values())
                                            .anyMatch(i -> i.name().equals(parts[1])));
            if (!known || !parts[0].matches(Requests.SLUG)) {
                throw Problem.invalid(
                        "components", "must be slugs with an impact, for example builds:OUTAGE");
            }
            Impact impact = parts.length == 1 ? Impact.OUTAGE : Impact.valueOf(parts[1]);
            wanted.add(new ComponentImpact(parts[0], parts[0], impact));
        }
        if (wanted.size() > MOST_COMPONENTS) {
            throw Problem.invalid("components", "must be " + MOST_COMPONENTS + " at most");
        }
        return List.copyOf(wanted);
    }

    /** Subjects of the caller's issuer, or opaque ids; the first one drives. */
    private List<String> crew(@Nullable String crew) {
        return crew == null || crew.isBlank()
                ? List.of()
                : Arrays.stream(crew.split(",", -1))
                        .map(String::strip)
                        .map(one -> call.person(person(one)))
                        .toList();
    }

    private static PersonRef person(String written) {
        return written.matches("p-[a-z2-7]{26}")
                ? new PersonRef(null, null, written)
                : new PersonRef(null, subject(written), null);
    }

    private static String subject(String written) {
        if (written.isEmpty()) {
            throw Problem.invalid("crew", "must be persons with commas between them");
        }
        return written;
    }

    private String team(@Nullable String named) {
        return named != null
                ? named
                : call.authority().grants().stream()
                        .map(Authority.Grant::scope)
                        .distinct()
                        .sorted()
                        .findFirst()
                        .orElse("default");
    }
}
