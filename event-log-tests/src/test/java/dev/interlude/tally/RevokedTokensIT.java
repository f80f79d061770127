package dev.interlude.tally;

import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.LogJson;
import dev.interlude.local.Databases.Database;
import dev.interlude.local.LocalTopics;
import dev.interlude.testkit.Heard;
import dev.interlude.testkit.Servers;
import dev.interlude.testkit.Tokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service refuses what was taken back elsewhere. */
class RevokedTokensIT {

    private final Servers servers = Servers.get();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String topicPrefix = "revoked-" + run + ".";
    private final Database database =
            servers.databases().ensure("tally_revoked_" + run, "migrator", "service");
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void topics() {
        LocalTopics.ensure(servers.kafka(), topicPrefix);
    }

    @AfterEach
    void drop() {
        http.close();
        servers.databases().drop(database);
        LocalTopics.drop(servers.kafka(), topicPrefix);
    }

    @Test
    void what_was_taken_back_opens_nothing_within_five_seconds_nor_after_a_restart()
            throws Exception {
        String phone = Tokens.ana();
        String desk = Tokens.ana();
        try (var replica = Replica.start(servers, database, topicPrefix)) {
            await().until(() -> replica.ready(http));
            // used a moment ago, and so remembered as good
            assertThat(me(replica, phone).statusCode()).isEqualTo(200);
            try (var planner = Heard.from("planner", topicPrefix, servers.kafka())) {
                String id = jti(phone);
                planner.publish("apitoken-" + id, "ApiTokenRevoked", Map.of("tokenId", id));
            }
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> me(replica, phone).statusCode() == 401);
            assertThat(me(replica, phone).body()).contains("\"token-revoked\"");
            assertThat(me(replica, phone).headers().allValues("WWW-Authenticate"))
                    .anyMatch(challenge -> challenge.startsWith("Bearer error=\"invalid_token\""));
            assertThat(me(replica, desk).statusCode()).isEqualTo(200);
        }
        try (var again = Replica.start(servers, database, topicPrefix)) {
            int answers = 0;
            for (long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
                    answers < 50 && System.nanoTime() < until; ) {
                try {
                    assertThat(me(again, phone).statusCode()).isEqualTo(401);
                    answers++;
                } catch (IOException e) {
                    // it doesn't listen yet: that is what is waited for
                    LockSupport.parkNanos(2_000_000);
                }
            }
            assertThat(answers).isEqualTo(50);
            await().until(() -> again.ready(http));
            assertThat(me(again, phone).statusCode()).isEqualTo(401);
            assertThat(me(again, desk).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> me(Replica replica, String token)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(replica.at("/api/v1/me"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String jti(String token) throws IOException {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return LogJson.mapper().readTree(claims).get("jti").asText();
    }
}
