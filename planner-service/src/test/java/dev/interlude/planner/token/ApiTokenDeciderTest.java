package dev.interlude.planner.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.planner.token.ApiToken.Kind;
import dev.interlude.planner.token.ApiTokenCommand.IssueToMachine;
import dev.interlude.planner.token.ApiTokenCommand.IssueToPerson;
import dev.interlude.planner.token.ApiTokenCommand.Order;
import dev.interlude.planner.token.ApiTokenCommand.RefuseToken;
import dev.interlude.planner.token.ApiTokenCommand.RevokeApiToken;
import dev.interlude.planner.token.ApiTokenEvent.ApiTokenIssued;
import dev.interlude.planner.token.ApiTokenEvent.ApiTokenRevoked;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiTokenDeciderTest {

    private static final Actor ANA = Actor.person("p-ana");
    private static final Actor BEN = Actor.person("p-ben");
    private static final Actor CI = Actor.machine("m-ci");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final Instant END = Instant.parse("2026-03-31T10:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Reach OWN =
            new Reach(List.of("planner", "operator"), List.of("platform", "network"));
    private static final ApiTokenIssued OF_ANA =
            new ApiTokenIssued(
                    "t-1",
                    Kind.PERSON,
                    ANA.id(),
                    null,
                    "Laptop",
                    List.of("operator"),
                    List.of("platform"),
                    END);
    private static final ApiTokenIssued OF_CI =
            new ApiTokenIssued(
                    "t-1",
                    Kind.MACHINE,
                    CI.id(),
                    "ci",
                    "Laptop",
                    List.of("operator"),
                    List.of("platform"),
                    END);

    private static Act by(Actor actor) {
        return Acts.by(actor, NOW);
    }

    private static Order order(String role, String team, Duration validFor) {
        return new Order("t-1", "Laptop", new Reach(List.of(role), List.of(team)), validFor, false);
    }

    private static IssueToPerson own(Actor actor, Order order) {
        return new IssueToPerson(by(actor), order, OWN);
    }

    private static IssueToMachine machine(Actor actor, boolean admin, Order order) {
        return new IssueToMachine(by(actor), order, "ci", CI.id(), admin);
    }

    private static RevokeApiToken revoke(Actor actor, boolean admin) {
        return new RevokeApiToken(by(actor), admin);
    }

    private static RefuseToken refuse(boolean admin) {
        return new RefuseToken(by(ANA), "t-1", END, admin);
    }

    private static DeciderSpec<ApiTokenCommand, ApiTokenEvent, ApiToken> given(
            ApiTokenEvent... past) {
        return DeciderSpec.given(new ApiTokenDecider(), past);
    }

    @Test
    void a_person_gives_themselves_a_token_for_a_time_counted_in_whole_seconds() {
        given().when(own(ANA, order("operator", "platform", MONTH))).then(OF_ANA);
    }

    @Test
    void it_may_do_no_more_than_its_person() {
        given().when(own(ANA, order("admin", "platform", MONTH))).thenRejected("role-missing");
        given().when(own(ANA, order("operator", "shop", MONTH))).thenRejected("role-missing");
        assertThat(new Reach(List.of("admin", "planner"), List.of("shop")).beyond(OWN))
                .containsExactly("admin", "team:shop");
    }

    @Test
    void an_admin_gives_a_machine_a_token_and_nobody_else_does() {
        Order order = order("operator", "platform", MONTH);
        given().when(machine(ANA, true, order)).then(OF_CI);
        given().when(machine(ANA, false, order)).thenRejected("role-missing");
    }

    @Test
    void a_machine_makes_no_tokens() {
        Order order = order("operator", "platform", MONTH);
        given().when(own(CI, order)).thenRejected("role-missing");
        given().when(machine(CI, true, order)).thenRejected("role-missing");
    }

    @Test
    void an_API_token_makes_no_tokens() {
        var order = new Order("t-1", "Laptop", new Reach(List.of(), List.of()), MONTH, true);
        given().when(own(ANA, order)).thenRejected("sign-in-needed");
        given().when(machine(ANA, true, order)).thenRejected("sign-in-needed");
    }

    @Test
    void no_token_is_for_ever_and_none_for_a_moment() {
        for (Duration no : List.of(Duration.ofDays(367), Duration.ofSeconds(59), Duration.ZERO)) {
            given().when(own(ANA, order("operator", "platform", no))).thenRejected("invalid");
            given().when(machine(ANA, true, order("operator", "platform", no)))
                    .thenRejected("invalid");
        }
    }

    @Test
    void one_id_is_of_one_token() {
        given(OF_ANA)
                .when(own(ANA, order("operator", "platform", MONTH)))
                .thenRejected("already-exists");
        given(new ApiTokenRevoked("t-1", null))
                .when(own(ANA, order("operator", "platform", MONTH)))
                .thenRejected("already-exists");
    }

    @Test
    void who_holds_it_takes_it_back() {
        var revoked = new ApiTokenRevoked("t-1", END);
        given(OF_ANA).when(revoke(ANA, false)).then(revoked);
        given(OF_CI).when(revoke(CI, false)).then(revoked);
    }

    @Test
    void an_admin_takes_back_that_of_somebody_else() {
        given(OF_ANA).when(revoke(BEN, true)).then(new ApiTokenRevoked("t-1", END));
    }

    @Test
    void nobody_else_learns_that_there_is_one() {
        given(OF_ANA).when(revoke(BEN, false)).thenRejected("not-found");
        given(new ApiTokenRevoked("t-1", null)).when(revoke(BEN, false)).thenRejected("not-found");
        given().when(revoke(BEN, true)).thenRejected("not-found");
    }

    @Test
    void what_was_taken_back_stays_so() {
        var revoked = new ApiTokenRevoked("t-1", END);
        given(OF_ANA, revoked).when(revoke(ANA, false)).thenNothing();
        given(OF_ANA, revoked).when(refuse(true)).thenNothing();
        given(revoked).when(refuse(true)).thenNothing();
        given(revoked).when(revoke(ANA, true)).thenNothing();
    }

    @Test
    void an_admin_takes_back_any_token_of_the_deployment_also_one_made_elsewhere() {
        given().when(refuse(true)).then(new ApiTokenRevoked("t-1", END));
        given(OF_ANA).when(refuse(true)).then(new ApiTokenRevoked("t-1", END));
        given().when(refuse(false)).thenRejected("role-missing");
    }
}
