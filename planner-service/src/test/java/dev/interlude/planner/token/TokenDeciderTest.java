package dev.interlude.planner.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.planner.token.CalendarToken.Issued;
import dev.interlude.planner.token.TokenCommand.IssueToken;
import dev.interlude.planner.token.TokenCommand.RevokeToken;
import dev.interlude.planner.token.TokenEvent.TokenIssued;
import dev.interlude.planner.token.TokenEvent.TokenRevoked;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenDeciderTest {

    private static final Actor ANA = Actor.person("p-ana");
    private static final Actor BEN = Actor.person("p-ben");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Secret SECRET = Secret.of(new byte[Secret.BYTES]);
    private static final TokenIssued ISSUED =
            new TokenIssued(
                    "t-1",
                    SECRET.sha256(),
                    ANA.id(),
                    "Phone",
                    null,
                    NOW.plus(Duration.ofDays(365)));

    private static Act by(Actor actor) {
        return Acts.by(actor, NOW);
    }

    private static IssueToken issue(Actor actor, Duration validFor) {
        return new IssueToken(by(actor), "t-1", SECRET.sha256(), "Phone", null, validFor);
    }

    private static DeciderSpec<TokenCommand, TokenEvent, CalendarToken> given(TokenEvent... past) {
        return DeciderSpec.given(new TokenDecider(), past);
    }

    @Test
    void a_person_is_given_a_token_for_a_time() {
        given().when(issue(ANA, Duration.ofDays(365))).then(ISSUED);
    }

    @Test
    void a_machine_is_given_none() {
        given().when(issue(Actor.machine("m-ci"), Duration.ofDays(1))).thenRejected("role-missing");
    }

    @Test
    void no_token_is_for_ever_and_none_for_a_moment() {
        given().when(issue(ANA, Duration.ofDays(732))).thenRejected("invalid");
        given().when(issue(ANA, Duration.ofMinutes(1))).thenRejected("invalid");
    }

    @Test
    void its_person_takes_it_back() {
        given(ISSUED).when(new RevokeToken(by(ANA), false)).then(new TokenRevoked("t-1", ANA.id()));
    }

    @Test
    void an_admin_takes_back_that_of_somebody_else() {
        given(ISSUED).when(new RevokeToken(by(BEN), true)).then(new TokenRevoked("t-1", BEN.id()));
    }

    @Test
    void nobody_else_learns_that_there_is_one() {
        given(ISSUED).when(new RevokeToken(by(BEN), false)).thenRejected("not-found");
        given().when(new RevokeToken(by(ANA), true)).thenRejected("not-found");
    }

    @Test
    void what_was_taken_back_stays_so() {
        given(ISSUED, new TokenRevoked("t-1", ANA.id()))
                .when(new RevokeToken(by(ANA), false))
                .thenNothing();
    }

    @Test
    void it_opens_until_it_expires_or_is_taken_back() {
        Issued token = new Issued("t-1", "h", "p", "l", null, NOW, NOW.plusSeconds(10), null);
        assertThat(token.opens(NOW.plusSeconds(9))).isTrue();
        assertThat(token.opens(NOW.plusSeconds(10))).isFalse();
        Issued revoked = new Issued("t-1", "h", "p", "l", null, NOW, NOW.plusSeconds(10), NOW);
        assertThat(revoked.opens(NOW)).isFalse();
    }

    @Test
    void a_secret_does_not_print_itself() {
        assertThat(SECRET.wellFormed()).isTrue();
        assertThat(SECRET.toString()).doesNotContain(SECRET.written());
        assertThat(SECRET.sha256()).hasSize(64).doesNotContain(SECRET.written());
        assertThat(new Secret("ical_short").wellFormed()).isFalse();
    }
}
