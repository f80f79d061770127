package dev.interlude.testkit;

import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Moves the clock of the service under test forward; timers that became due have fired after. */
public final class Clocks {

    private Clocks() {}

    public static void forwardBy(Duration duration) {
        move(Map.of("by", duration.toString()));
    }

    public static void forwardTo(Instant instant) {
        move(Map.of("to", instant.toString()));
    }

    private static void move(Map<String, String> body) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.root())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/clock")
                .then()
                .statusCode(200);
    }
}
